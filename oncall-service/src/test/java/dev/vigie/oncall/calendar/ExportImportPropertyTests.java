package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.calendar.CopyTable.Copy;
import dev.vigie.oncall.calendar.Ledger.Shown;
import dev.vigie.oncall.calendar.ical.CalendarFile;
import dev.vigie.oncall.calendar.ical.CalendarText;
import dev.vigie.oncall.calendar.ical.Malformed;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.oncall.person.PersonSpec.Language;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.document.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is exported and imported again is the same shifts.
 */
class ExportImportPropertyTests {

	private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

	private static final Map<String, String> PEOPLE = Map.of("ada", "Ada Lovelace", "bob", "Bob, Jr.", "zoe",
			"Zoë Müller", "kenji", "健二 👩‍🚒", "back", "Back\\slash; Sam");

	@Test
	void shiftsThatAreExportedAndImportedAreTheSame() throws Malformed {
		Random random = new Random(42);
		Roll roll = new Roll(PEOPLE.entrySet()
			.stream()
			.map((person) -> new Document<>(person.getKey(), 0,
					new PersonSpec(person.getValue(), null, null, null, null, null)))
			.toList());
		CalendarSpec spec = new CalendarSpec(null, null, As.LAYER, null, null, null, null, "Asia/Kolkata", null);
		for (int round = 0; round < 100; round++) {
			List<Shift> shifts = shifts(random);
			Map<UUID, Shown> shown = new LinkedHashMap<>();
			Wording wording = Wording.of(Language.values()[round % 2]);
			shifts.forEach((shift) -> shown.put(shift.id(), new Shown(shift.span(),
					wording.among("main", shift, PEOPLE.get(shift.person())), wording.cause(shift))));
			String text = CalendarText.of("main", Duration.ofHours(1), new Ledger(Map.of()).tell(shown, START, START));
			Reading reading = new Reading("main", new Copy(1, text, null, null, null, null, null, null), spec,
					CalendarFile.read(text, spec.zone()), roll);
			assertThat(reading.meeting(new Span(START, START.plus(Duration.ofDays(2000)))))
				.extracting((one) -> one.found().people() + " " + one.span())
				.containsExactlyInAnyOrderElementsOf(
						shifts.stream().map((shift) -> List.of(shift.person()) + " " + shift.span()).toList());
		}
	}

	private static List<Shift> shifts(Random random) {
		List<String> people = List.copyOf(PEOPLE.keySet());
		List<Shift> shifts = new ArrayList<>();
		Instant at = START;
		for (int i = 0; i < 200; i++) {
			Instant end = at.plusSeconds(1 + random.nextInt(600_000));
			String person = people.get(random.nextInt(people.size()));
			shifts.add(new Shift(new UUID(4, i), person, Role.values()[random.nextInt(4)], at, end, 1,
					new Cause(Cause.Kind.LAYER, "nights")));
			at = end;
		}
		return shifts;
	}

}
