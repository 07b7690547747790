package dev.vigie.escalation.page;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.Destination;

/**
 * A page to be queued.
 *
 * @param at the step it belongs to
 * @param target what led to this person or channel, for example
 * {@code onCall:rewapp-primary}
 * @param reader who reads it, for the words and times in it
 * @param delay how long it waits, for somebody may acknowledge before
 */
public record PageRequest(At at, String target, @Nullable String person, Destination to, Reader reader, PageFacts facts,
		Duration delay) {

	PageRequest with(PageFacts other) {
		return new PageRequest(this.at, this.target, this.person, this.to, this.reader, other, this.delay);
	}

	/**
	 * A step of one run of an incident.
	 *
	 * @param again how often in this run somebody had to be told anew before
	 */
	public record At(UUID incidentId, int run, int again, int cycle, int step) {
	}

	/**
	 * The language and the time zone of who reads a page.
	 */
	public record Reader(Locale language, ZoneId zone) {
	}

}
