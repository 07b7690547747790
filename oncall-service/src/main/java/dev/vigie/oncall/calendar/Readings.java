package dev.vigie.oncall.calendar;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.calendar.CopyTable.Copy;
import dev.vigie.oncall.calendar.ical.CalendarFile;
import dev.vigie.oncall.calendar.ical.Malformed;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.DocumentChanged;

/**
 * The calendars as they are read now. A look at their revisions is all that a question
 * costs while none of them changes.
 */
@Component
class Readings {

	private static final Logger log = LoggerFactory.getLogger(Readings.class);

	private final CopyTable copies;

	private final Calendars calendars;

	private final PersonDirectory people;

	private final Map<String, Reading> kept = new ConcurrentHashMap<>();

	Readings(CopyTable copies, Calendars calendars, PersonDirectory people) {
		this.copies = copies;
		this.calendars = calendars;
		this.people = people;
	}

	@EventListener
	void on(DocumentChanged change) {
		if (change.kind().equals(PersonDirectory.KIND)) {
			this.copies.peopleChanged();
		}
	}

	/**
	 * All calendars that are read as that.
	 */
	List<Reading> as(As as) {
		Map<String, Long> revisions = this.copies.revisions();
		this.kept.keySet().retainAll(revisions.keySet());
		return revisions.entrySet()
			.stream()
			.map((entry) -> reading(entry.getKey(), entry.getValue()))
			.filter(Objects::nonNull)
			.filter((reading) -> reading.spec().as() == as)
			.toList();
	}

	/**
	 * One calendar, if it was ever read.
	 */
	Optional<Reading> one(String calendar) {
		Long revision = this.copies.revisions().get(calendar);
		return Optional.ofNullable((revision != null) ? reading(calendar, revision) : null);
	}

	private @Nullable Reading reading(String calendar, long revision) {
		Reading kept = this.kept.get(calendar);
		if (kept != null && kept.isOf(revision)) {
			return kept;
		}
		Reading fresh = read(calendar, kept);
		if (fresh != null) {
			this.kept.put(calendar, fresh);
		}
		return fresh;
	}

	private @Nullable Reading read(String calendar, @Nullable Reading before) {
		Copy copy = this.copies.find(calendar).orElse(null);
		CalendarSpec spec = this.calendars.findByName(calendar)
			.map(Calendar::document)
			.map(Document::spec)
			.orElse(null);
		if (copy == null || spec == null || copy.content() == null) {
			return null;
		}
		try {
			CalendarFile file = (before != null) ? before.file(copy, spec).orElse(null) : null;
			return new Reading(calendar, copy.head(), spec,
					(file != null) ? file : CalendarFile.read(copy.content(), spec.zone()),
					new Roll(this.people.all()));
		}
		catch (Malformed failure) {
			log.error("The copy of calendar {} was good and is not any more: {}", calendar, failure.getMessage());
			return null;
		}
	}

}
