package dev.vigie.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.FallbackProperties;
import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.RosterView;

/**
 * Whom a target comes to at the moment it is due.
 */
@Component
class Recipients {

	private final Courier courier;

	private final FallbackProperties properties;

	Recipients(Courier courier, FallbackProperties properties) {
		this.courier = courier;
		this.properties = properties;
	}

	/**
	 * Each person by the address they prefer; empty when there is nobody.
	 */
	List<Recipient> of(Target target, RosterView roster, Instant at) {
		return switch (target) {
			case Target.Person person -> preferred(roster.person(person.name()).stream());
			case Target.OnCall onCall -> preferred(roster.onCall(onCall.schedule(), onCall.role(), at).stream());
			case Target.Team team -> preferred(roster.team(team.name(), team.position()).stream());
			case Target.Channel(String name) -> this.courier.destination(name)
				.map((destination) -> Recipient.of(destination, this.properties.language()))
				.stream()
				.toList();
			case Target.Policy _ -> List.of(); // its steps stand in the plan
		};
	}

	private static List<Recipient> preferred(Stream<Reachable> people) {
		return people.flatMap((person) -> Recipient.of(person).stream().limit(1)).toList();
	}

}
