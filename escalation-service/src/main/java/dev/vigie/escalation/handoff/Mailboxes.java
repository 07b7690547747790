package dev.vigie.escalation.handoff;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.RosterView;

/**
 * Which mailboxes a letter is tried at, one after the other until one takes it.
 */
@Component
class Mailboxes {

	/**
	 * Whom a letter is meant for that is meant for the last resort.
	 */
	static final String LAST_RESORT = "";

	private final HandOffProperties properties;

	Mailboxes(HandOffProperties properties) {
		this.properties = properties;
	}

	/**
	 * The person's own; and for what somebody must know, those of the last resort.
	 */
	List<Mailbox> of(LetterKind kind, String meantFor, @Nullable String team, RosterView roster) {
		Stream<Mailbox> own = roster.person(meantFor).stream().flatMap(Mailboxes::own);
		return switch (kind) {
			case INCOMING -> Stream.concat(own, lastResort(team, roster)).toList();
			case OUTGOING -> own.toList();
			case UNTAKEN -> (meantFor.equals(LAST_RESORT)) ? lastResort(team, roster).toList() : own.toList();
		};
	}

	private Stream<Mailbox> lastResort(@Nullable String team, RosterView roster) {
		return Stream.concat(roster.fallback(team).stream().flatMap(Mailboxes::own),
				Stream.of(this.properties.fallbackEmail())
					.filter((address) -> !address.isBlank())
					.map((address) -> Mailbox.ofNobody(address, this.properties.language())));
	}

	private static Stream<Mailbox> own(Reachable person) {
		return person.mailboxes().stream().map((address) -> Mailbox.of(person, address));
	}

}
