package dev.vigie.escalation.paging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.FallbackProperties;
import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.page.PageFacts;
import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.roster.RosterView;

/**
 * Who is told when those who should be cannot be: the fallback of the team, then that of
 * the installation.
 */
@Component
class LastResort {

	static final String TEAM = "fallback:team";

	static final String INSTALLATION = "fallback:installation";

	private static final Logger log = LoggerFactory.getLogger(LastResort.class);

	private final Queueing queueing;

	private final PagingLines lines;

	private final FallbackProperties properties;

	LastResort(Queueing queueing, PagingLines lines, FallbackProperties properties) {
		this.queueing = queueing;
		this.lines = lines;
		this.properties = properties;
	}

	void tell(PageRequest.At at, PageFacts facts, RosterView roster, String reason) {
		if (!tellTeam(at, facts, roster, reason)) {
			tellInstallation(at, facts, reason);
		}
	}

	/**
	 * Who is told first, and by which target; nobody when nothing is configured.
	 */
	Optional<Resort> first(@Nullable String team, RosterView roster) {
		return addresses(team, roster).stream()
			.findFirst()
			.map((address) -> new Resort(TEAM, address))
			.or(() -> Optional.of(this.properties.fallbackEmail())
				.filter((mailbox) -> !mailbox.isBlank())
				.map((mailbox) -> new Resort(INSTALLATION, mailbox(mailbox))));
	}

	private static List<Recipient> addresses(@Nullable String team, RosterView roster) {
		return roster.fallback(team).map(Recipient::of).orElse(List.of());
	}

	private Recipient mailbox(String address) {
		return Recipient.of(Destination.mailbox(address), this.properties.language());
	}

	private boolean tellTeam(PageRequest.At at, PageFacts facts, RosterView roster, String reason) {
		for (Recipient address : addresses(facts.team(), roster)) {
			if (this.queueing.page(at, TEAM, address, facts)) {
				this.lines.fallback(at.incidentId(), "team", String.valueOf(address.person()), reason);
				return true;
			}
		}
		return false;
	}

	void tellInstallation(PageRequest.At at, PageFacts facts, String reason) {
		String address = this.properties.fallbackEmail();
		if (address.isBlank()) {
			log.error("Nobody can be told of INC-{}: set vigie.paging.fallback-email", facts.number());
			this.lines.add(at.incidentId(), "PAGE_FAILED", Map.of("recipient", INSTALLATION, "channel", "email",
					"target", INSTALLATION, "reason", "vigie.paging.fallback-email is not set"));
			return;
		}
		if (this.queueing.page(at, INSTALLATION, mailbox(address), facts)) {
			this.lines.fallback(at.incidentId(), "installation", address, reason);
		}
		else {
			log.error("Nobody can be told of INC-{}: {} does not work either", facts.number(), address);
		}
	}

	/**
	 * Somebody who is told because nobody else can be.
	 */
	record Resort(String target, Recipient recipient) {
	}

}
