package dev.vigie.escalation.subscription;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * Who follows: one of the two.
 *
 * @param person the name of a person
 * @param channel the name of a configured channel
 */
record Stakeholder(@Nullable String person, @Nullable String channel) {

	/**
	 * Refuses neither and both.
	 */
	static Stakeholder of(@Nullable String person, @Nullable String channel) {
		if ((person == null) == (channel == null)) {
			throw new Invalid("person", "or channel must say who follows, one of the two");
		}
		return new Stakeholder(person, channel);
	}

	@Override
	public String toString() {
		return (this.person != null) ? "person " + this.person : "channel " + this.channel;
	}

}
