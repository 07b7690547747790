package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.calendar.CopyTable.Copy;
import dev.vigie.oncall.calendar.CopyTable.Due;
import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.document.Editing;

/**
 * Keeps the last good copies.
 */
@Component
@Transactional
class CopyKeeping {

	private static final Logger log = LoggerFactory.getLogger(CopyKeeping.class);

	private static final Duration LEASE = Duration.ofMinutes(2);

	private final CopyTable copies;

	private final Calendars calendars;

	private final Editing editing;

	private final InstantSource clock;

	private final ApplicationEventPublisher events;

	CopyKeeping(CopyTable copies, Calendars calendars, Editing editing, InstantSource clock,
			ApplicationEventPublisher events) {
		this.copies = copies;
		this.calendars = calendars;
		this.editing = editing;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Takes a calendar that is to be fetched.
	 */
	Optional<Due> claim() {
		Instant now = this.clock.instant();
		return this.copies.claim(now, now.plus(LEASE));
	}

	@Transactional(readOnly = true)
	Optional<CalendarSpec> spec(String calendar) {
		return this.calendars.findByName(calendar).map((stored) -> stored.document().spec());
	}

	/**
	 * Keeps a text that was read without fault, if the calendar still comes from there.
	 * @param url where it was fetched, null if somebody uploaded it
	 */
	void keep(String calendar, @Nullable String url, String content, String digest) {
		this.editing.takeTurn();
		CalendarSpec spec = spec(calendar).orElse(null);
		if (spec == null || !Objects.equals(spec.url(), url)) {
			return;
		}
		Instant now = this.clock.instant();
		String before = this.copies.find(calendar).map(Copy::digest).orElse(null);
		if (!digest.equals(before)) {
			this.copies.store(calendar, content, digest, now);
			this.events.publishEvent(new DocumentChanged(CalendarKind.KIND, calendar, "updated"));
			log.info("Calendar {} says something new", calendar);
		}
		this.copies.confirm(calendar, now);
		this.copies.next(calendar, now.plus(spec.interval()));
	}

	/**
	 * Notes what the server wants to be asked with next time.
	 */
	void remember(String calendar, @Nullable String etag, @Nullable String lastModified) {
		this.copies.validators(calendar, etag, lastModified);
	}

	/**
	 * The server says that nothing has changed.
	 */
	void same(String calendar) {
		Instant now = this.clock.instant();
		this.copies.confirm(calendar, now);
		spec(calendar).ifPresent((spec) -> this.copies.next(calendar, now.plus(spec.interval())));
	}

	/**
	 * There is no newer copy; the last good one stays.
	 */
	void fail(String calendar, String reason) {
		Instant now = this.clock.instant();
		this.copies.fail(calendar, reason, now);
		spec(calendar).ifPresent((spec) -> this.copies.next(calendar, now.plus(spec.interval())));
		log.warn("Calendar {} cannot be read: {}; its last good copy stays", calendar, reason);
	}

}
