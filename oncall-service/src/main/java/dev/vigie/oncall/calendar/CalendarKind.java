package dev.vigie.oncall.calendar;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;

/**
 * Calendars as documents. A new address is fetched soon; until then the last good copy
 * counts.
 */
@Component
class CalendarKind implements Kind<CalendarSpec> {

	static final String KIND = "Calendar";

	private final Calendars calendars;

	private final CopyTable copies;

	private final InstantSource clock;

	CalendarKind(Calendars calendars, CopyTable copies, InstantSource clock) {
		this.calendars = calendars;
		this.copies = copies;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Optional<Document<CalendarSpec>> find(String name) {
		return this.calendars.findByName(name).map(Calendar::document);
	}

	@Override
	public List<Document<CalendarSpec>> after(String name, int limit) {
		return this.calendars.findByNameGreaterThanOrderByName(name, Limit.of(limit))
			.stream()
			.map(Calendar::document)
			.toList();
	}

	@Override
	public void save(Document<CalendarSpec> document) {
		Optional<Calendar> stored = this.calendars.findByName(document.name());
		String before = stored.map((calendar) -> calendar.document().spec().url()).orElse(null);
		stored.ifPresentOrElse((calendar) -> calendar.become(document.spec()),
				() -> this.calendars.save(new Calendar(document.name(), document.spec())));
		this.copies.prepare(document.name());
		if (document.spec().url() == null) {
			this.copies.fetchNoMore(document.name());
		}
		else if (stored.isEmpty() || !Objects.equals(before, document.spec().url())) {
			this.copies.fetchAnew(document.name(), this.clock.instant());
		}
	}

	@Override
	public void delete(String name) {
		this.calendars.deleteByName(name);
		this.copies.delete(name);
	}

	@Override
	public String as(CalendarSpec spec) {
		return spec.as().text();
	}

	@Override
	public List<Reference> references(CalendarSpec spec) {
		return spec.references();
	}

}
