package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.page.PageRequest.Reader;
import dev.vigie.escalation.roster.Reachable;

/**
 * Somebody or something a page can go to.
 *
 * @param person the name of the person, absent for channels and mailboxes
 * @param delay how long they are told after the step began
 */
record Recipient(@Nullable String person, Destination to, Reader reader, Duration delay) {

	/**
	 * A person by each address we can send to, preferred first.
	 */
	static List<Recipient> of(Reachable person) {
		return person.mailboxes().stream().map((address) -> of(person, Destination.mailbox(address))).toList();
	}

	static Recipient of(Reachable person, Destination to) {
		return new Recipient(person.person(), to, new Reader(person.language(), person.zone()), Duration.ZERO);
	}

	Recipient after(Duration delay) {
		return new Recipient(this.person, this.to, this.reader, delay);
	}

	static Recipient of(Destination destination, Locale language) {
		return new Recipient(null, destination, new Reader(language, ZoneId.of("UTC")), Duration.ZERO);
	}

}
