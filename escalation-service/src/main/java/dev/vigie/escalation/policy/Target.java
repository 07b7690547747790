package dev.vigie.escalation.policy;

import java.util.List;

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
	 * The types of contact methods that people are told by, in this order; empty to leave
	 * it to their own rules.
	 */
	default List<String> via() {
		return List.of();
	}

	/**
	 * One person.
	 */
	record Person(String name, List<String> via) implements Target {

		public Person {
			via = List.copyOf(via);
		}

		@Override
		public String text() {
			return "person:" + this.name;
		}

	}

	/**
	 * Whoever is on call in a schedule.
	 *
	 * @param role primary, backup, shadow or manager, or {@code next}: who comes on call
	 * next as primary
	 */
	record OnCall(String schedule, String role, List<String> via) implements Target {

		/**
		 * The role of who is on call next.
		 */
		public static final String NEXT = "next";

		/**
		 * The role that is meant when none is named.
		 */
		public static final String PRIMARY = "primary";

		public OnCall {
			via = List.copyOf(via);
		}

		@Override
		public String text() {
			return "onCall:" + this.schedule + (this.role.equals(PRIMARY) ? "" : "/" + this.role);
		}

	}

	/**
	 * The members of a team, or those of them who hold a position.
	 */
	record Team(String name, @Nullable String position, List<String> via) implements Target {

		public Team {
			via = List.copyOf(via);
		}

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

	/**
	 * All that another policy says for the same severity, counted from this step on. It
	 * is gone when a plan is made.
	 */
	record Policy(String name) implements Target {

		@Override
		public String text() {
			return "policy:" + this.name;
		}

	}

}
