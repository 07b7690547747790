package dev.vigie.escalation.policy;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Names;

/**
 * A target as people write it: exactly one of the four, a position only with a team.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetSpec(@Nullable String person, @Nullable String onCall, @Nullable String team, @Nullable String position,
		@Nullable String channel) {

	TargetSpec {
		if (Stream.of(person, onCall, team, channel).filter(Objects::nonNull).count() != 1) {
			throw new IllegalArgumentException("must be exactly one of person, onCall, team, channel");
		}
		if (position != null && team == null) {
			throw new IllegalArgumentException("a position is held in a team: name the team too");
		}
		if (Stream.of(person, onCall, team, position, channel)
			.filter(Objects::nonNull)
			.anyMatch((name) -> !name.matches(Names.PATTERN))) {
			throw new IllegalArgumentException(
					"must be a name: lower-case letters, digits, dots and dashes, at most 63");
		}
	}

	Target target() {
		if (this.person != null) {
			return new Target.Person(this.person);
		}
		if (this.onCall != null) {
			return new Target.OnCall(this.onCall);
		}
		if (this.team != null) {
			return new Target.Team(this.team, this.position);
		}
		return new Target.Channel(Objects.requireNonNull(this.channel));
	}

	Change.Reference reference(String field) {
		return switch (target()) {
			case Target.Person person -> new Change.Reference(field + ".person", "Person", person.name());
			case Target.OnCall onCall -> new Change.Reference(field + ".onCall", "Schedule", onCall.schedule());
			case Target.Team team -> new Change.Reference(field + ".team", "Team", team.name());
			case Target.Channel channel -> new Change.Reference(field + ".channel", "Channel", channel.name());
		};
	}

}
