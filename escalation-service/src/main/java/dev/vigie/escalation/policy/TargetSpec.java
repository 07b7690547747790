package dev.vigie.escalation.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Names;

/**
 * A target as people write it: exactly one of the five, a position only with a team, a
 * role only with a schedule.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetSpec(@Nullable String person, @Nullable String onCall, @Nullable String role, @Nullable String team,
		@Nullable String position, @Nullable String channel, @Nullable String policy, @Nullable List<String> via) {

	private static final Set<String> ROLES = Set.of(Target.OnCall.PRIMARY, "backup", "shadow", "manager",
			Target.OnCall.NEXT);

	private static final Set<String> METHODS = Set.of("email", "phone", "sms", "push", "webhook");

	TargetSpec {
		if (Stream.of(person, onCall, team, channel, policy).filter(Objects::nonNull).count() != 1) {
			throw new IllegalArgumentException("must be exactly one of person, onCall, team, channel, policy");
		}
		if (position != null && team == null) {
			throw new IllegalArgumentException("a position is held in a team: name the team too");
		}
		if (role != null && onCall == null) {
			throw new IllegalArgumentException("a role is had in a schedule: name it as onCall too");
		}
		if (role != null && !ROLES.contains(role)) {
			throw new IllegalArgumentException("role must be one of primary, backup, shadow, manager, next");
		}
		if (Stream.of(person, onCall, team, position, channel, policy)
			.filter(Objects::nonNull)
			.anyMatch((name) -> !name.matches(Names.PATTERN))) {
			throw new IllegalArgumentException(
					"must be a name: lower-case letters, digits, dots and dashes, at most 63");
		}
		if (via != null) {
			checkVia(via, channel != null || policy != null);
			via = List.copyOf(via);
		}
	}

	private static void checkVia(List<String> via, boolean nobody) {
		if (nobody) {
			throw new IllegalArgumentException("via says how people are told: it goes with person, onCall or team");
		}
		if (via.isEmpty() || !via.stream().allMatch((method) -> method != null && METHODS.contains(method))) {
			throw new IllegalArgumentException("via must list some of email, phone, sms, push, webhook");
		}
	}

	Target target() {
		List<String> methods = (this.via != null) ? this.via : List.of();
		if (this.person != null) {
			return new Target.Person(this.person, methods);
		}
		if (this.onCall != null) {
			return new Target.OnCall(this.onCall, (this.role != null) ? this.role : Target.OnCall.PRIMARY, methods);
		}
		if (this.team != null) {
			return new Target.Team(this.team, this.position, methods);
		}
		return (this.channel != null) ? new Target.Channel(this.channel)
				: new Target.Policy(Objects.requireNonNull(this.policy));
	}

	Change.Reference reference(String field) {
		return switch (target()) {
			case Target.Person person -> new Change.Reference(field + ".person", "Person", person.name());
			case Target.OnCall onCall -> new Change.Reference(field + ".onCall", "Schedule", onCall.schedule());
			case Target.Team team -> new Change.Reference(field + ".team", "Team", team.name());
			case Target.Channel channel -> new Change.Reference(field + ".channel", "Channel", channel.name());
			case Target.Policy policy -> new Change.Reference(field + ".policy", "EscalationPolicy", policy.name());
		};
	}

}
