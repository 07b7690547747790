package dev.vigie.escalation.policy;

import org.jspecify.annotations.Nullable;

/**
 * Whom a step tells: found out when the step is due, not before.
 */
public sealed interface Target {

	/**
	 * The target in one word, for example {@code onCall:rewapp-primary} or
	 * {@code team:ops/tech-lead}.
	 */
	String text();

	/**
	 * One person.
	 */
	record Person(String name) implements Target {

		@Override
		public String text() {
			return "person:" + this.name;
		}

	}

	/**
	 * Whoever is on call in a schedule.
	 */
	record OnCall(String schedule) implements Target {

		@Override
		public String text() {
			return "onCall:" + this.schedule;
		}

	}

	/**
	 * The members of a team, or those of them who hold a position.
	 */
	record Team(String name, @Nullable String position) implements Target {

		@Override
		public String text() {
			return "team:" + this.name + ((this.position != null) ? "/" + this.position : "");
		}

	}

	/**
	 * A channel that belongs to nobody in particular.
	 */
	record Channel(String name) implements Target {

		@Override
		public String text() {
			return "channel:" + this.name;
		}

	}

}
