package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.mangstadt.vinnie.VObjectProperty;

/**
 * What a VTIMEZONE says, as rules of a clock. Its changes are followed from 1970 to 2100;
 * nobody plans further.
 */
final class ZoneDescription {

	private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);

	private static final int LAST_YEAR = 2100;

	private static final int MOST = 5000;

	private ZoneDescription() {
	}

	/**
	 * The rules, if it says any.
	 */
	static Optional<ZoneRules> rules(Component zone) {
		try {
			List<Onset> onsets = Stream.concat(zone.components("STANDARD"), zone.components("DAYLIGHT"))
				.flatMap((observance) -> onsets(observance).stream())
				.sorted(Comparator.comparing(Onset::instant))
				.toList();
			return onsets.isEmpty() ? Optional.empty() : Optional.of(rules(onsets));
		}
		catch (DateTimeException _) {
			return Optional.empty();
		}
	}

	private static ZoneRules rules(List<Onset> onsets) {
		ZoneOffset first = onsets.getFirst().before();
		ZoneOffset present = first;
		List<ZoneOffsetTransition> changes = new ArrayList<>();
		for (Onset onset : onsets) {
			if (!onset.after().equals(present)) {
				LocalDateTime shown = LocalDateTime.ofInstant(onset.instant(), present);
				changes.add(ZoneOffsetTransition.of(shown, present, onset.after()));
				present = onset.after();
			}
		}
		return ZoneRules.of(first, first, List.of(), changes, List.of());
	}

	private static List<Onset> onsets(Component observance) {
		ZoneOffset before = offset(observance, "TZOFFSETFROM");
		ZoneOffset after = offset(observance, "TZOFFSETTO");
		Moment start = Moment.parse(String.valueOf(observance.text("DTSTART")), before.getRules());
		List<Onset> onsets = new ArrayList<>();
		onsets.add(new Onset(start.instant(), before, after));
		observance.all("RDATE")
			.forEach((dates) -> Stream.of(dates.getValue().split(","))
				.forEach((date) -> onsets
					.add(new Onset(Moment.parse(date, before.getRules()).instant(), before, after))));
		for (VObjectProperty rule : observance.all("RRULE")) {
			Rule.parse(rule.getValue(), start).ifPresent((changes) -> changes.forEach(FIRST, (time) -> {
				onsets.add(new Onset(start.at(time).instant(), before, after));
				return time.getYear() < LAST_YEAR && onsets.size() < MOST;
			}));
		}
		return onsets;
	}

	private static ZoneOffset offset(Component observance, String name) {
		String text = String.valueOf(observance.text(name));
		return ZoneOffset.of(text.startsWith("+") || text.startsWith("-") ? text : "+" + text);
	}

	private record Onset(Instant instant, ZoneOffset before, ZoneOffset after) {
	}

}
