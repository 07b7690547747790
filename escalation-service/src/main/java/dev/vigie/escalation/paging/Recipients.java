package dev.vigie.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.channel.FallbackProperties;
import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.escalation.roster.Urgency;

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
	 * Each person by the ways they are told; empty when there is nobody.
	 */
	List<Reached> of(Target target, RosterView roster, Urgency urgency, Instant at) {
		Stream<Reachable> people = switch (target) {
			case Target.Person person -> roster.person(person.name()).stream();
			case Target.OnCall onCall -> roster.onCall(onCall.schedule(), onCall.role(), at).stream();
			case Target.Team team -> roster.team(team.name(), team.position()).stream();
			case Target.Channel _, Target.Policy _ -> Stream.empty();
		};
		if (target instanceof Target.Channel(String name)) {
			return this.courier.destination(name)
				.map((destination) -> Reached.by(Recipient.of(destination, this.properties.language())))
				.stream()
				.toList();
		}
		return people.map((person) -> reached(person, person.plan(urgency, at, target.via(), this::isSent)))
			.filter((reached) -> !reached.by().isEmpty())
			.toList();
	}

	private boolean isSent(String method) {
		return this.courier.sends(method).isPresent();
	}

	private Reached reached(Reachable person, Reachable.Ways ways) {
		List<Recipient> by = ways.ways()
			.stream()
			.flatMap((way) -> this.courier.sends(way.type())
				.map((type) -> Recipient.of(person, new Destination(type, null, way.address())).after(way.delay()))
				.stream())
			.toList();
		return new Reached(by, ways.unavailable());
	}

	/**
	 * One person or channel a target came to.
	 *
	 * @param by the ways they are told, never none
	 * @param unavailable the ways they should be told and cannot be
	 */
	record Reached(List<Recipient> by, List<String> unavailable) {

		static Reached by(Recipient recipient) {
			return new Reached(List.of(recipient), List.of());
		}

	}

}
