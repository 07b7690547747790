package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.CopyTable.Due;
import dev.vigie.oncall.calendar.ical.CalendarFile;
import dev.vigie.oncall.calendar.ical.Malformed;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * Brings newer copies, fetched or uploaded. What is no calendar is refused, and the last
 * good copy stays.
 */
@Component
class Refreshing {

	private static final Duration YEAR = Duration.ofDays(366);

	private final Downloads downloads;

	private final CopyKeeping keeping;

	private final InstantSource clock;

	Refreshing(Downloads downloads, CopyKeeping keeping, InstantSource clock) {
		this.downloads = downloads;
		this.keeping = keeping;
		this.clock = clock;
	}

	/**
	 * Takes a calendar whose time has come.
	 */
	Optional<Due> claim() {
		return this.keeping.claim();
	}

	/**
	 * Fetches a calendar that was taken.
	 */
	void fetch(Due due) {
		String url = this.keeping.spec(due.calendar()).map(CalendarSpec::url).orElse(null);
		if (url != null) {
			fetch(due.calendar(), url, due.etag(), due.lastModified());
		}
	}

	/**
	 * Fetches a calendar because somebody asks for it.
	 */
	void fetchNow(String calendar) {
		String url = spec(calendar).url();
		if (url == null) {
			throw new Conflict("calendar-upload", "Calendar %s has no url: it is uploaded".formatted(calendar));
		}
		fetch(calendar, url, null, null);
	}

	private void fetch(String calendar, String url, @Nullable String etag, @Nullable String lastModified) {
		Answer answer = CalendarAddress.of(url)
			.map((address) -> this.downloads.fetch(address, etag, lastModified))
			.orElseGet(() -> new Answer.Failed("Its url is no address"));
		switch (answer) {
			case Answer.Same _ -> this.keeping.same(calendar);
			case Answer.Failed failed -> this.keeping.fail(calendar, failed.reason());
			case Answer.Text text -> keep(calendar, url, text);
		}
	}

	private void keep(String calendar, String url, Answer.Text text) {
		try {
			CalendarFile file = read(text.content());
			this.keeping.keep(calendar, url, text.content(), file.digest());
			this.keeping.remember(calendar, text.etag(), text.lastModified());
		}
		catch (Malformed failure) {
			this.keeping.fail(calendar, String.valueOf(failure.getMessage()));
		}
	}

	/**
	 * Takes what somebody uploads.
	 * @throws Invalid if it is no calendar
	 */
	void upload(String calendar, String content) {
		if (spec(calendar).url() != null) {
			throw new Conflict("calendar-url", "Calendar %s has a url: it is fetched".formatted(calendar));
		}
		try {
			this.keeping.keep(calendar, null, content, read(content).digest());
		}
		catch (Malformed failure) {
			throw new Invalid("", String.valueOf(failure.getMessage()));
		}
	}

	private CalendarSpec spec(String calendar) {
		return this.keeping.spec(calendar).orElseThrow(() -> new NotFound("There is no Calendar named " + calendar));
	}

	private CalendarFile read(String content) throws Malformed {
		if (content.indexOf('\0') >= 0) {
			throw new Malformed("It holds the character U+0000");
		}
		CalendarFile file = CalendarFile.read(content, null);
		Instant now = this.clock.instant();
		Instant start = now.minus(YEAR);
		for (int year = 0; year < 3; year++) {
			Span span = new Span(start, start.plus(YEAR));
			if (file.occurrences(span, Reading.MOST_A_YEAR).size() >= Reading.MOST_A_YEAR) {
				throw new Malformed("More takes place in a year than can be followed");
			}
			start = span.end();
		}
		return file;
	}

}
