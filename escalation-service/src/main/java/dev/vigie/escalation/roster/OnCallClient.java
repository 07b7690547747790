package dev.vigie.escalation.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

import dev.vigie.shared.time.Delay;

/**
 * What this program asks oncall-service.
 */
interface OnCallClient {

	@GetExchange("/api/v1/roster")
	RosterAnswer roster(@RequestParam String from, @RequestParam String to);

	@PostExchange("/api/v1/schedules:preview")
	DraftsAnswer drafted(@RequestParam String from, @RequestParam String to, @RequestBody DraftsQuestion drafts);

	/**
	 * Specs of schedules that are not saved, by name.
	 */
	record DraftsQuestion(Map<String, JsonNode> schedules) {
	}

	/**
	 * What they would come to from now on.
	 */
	record DraftsAnswer(List<ScheduleAnswer> schedules) {

		public DraftsAnswer {
			schedules = List.copyOf(schedules);
		}

	}

	/**
	 * Everybody who can be paged, and when, read at one moment.
	 */
	record RosterAnswer(List<PersonAnswer> people, List<TeamAnswer> teams, List<ScheduleAnswer> schedules) {

		static final RosterAnswer NOBODY = new RosterAnswer(List.of(), List.of(), List.of());

		// An answer that lacks a part is no answer: better the last one that was whole.
		public RosterAnswer {
			people = List.copyOf(people);
			teams = List.copyOf(teams);
			schedules = List.copyOf(schedules);
		}

		/**
		 * The same with some schedules as they are there.
		 */
		RosterAnswer with(List<ScheduleAnswer> drafts) {
			Set<String> drafted = drafts.stream().map(ScheduleAnswer::name).collect(Collectors.toSet());
			return new RosterAnswer(this.people, this.teams,
					Stream
						.concat(this.schedules.stream().filter((one) -> !drafted.contains(one.name())), drafts.stream())
						.toList());
		}

		/**
		 * What would be answered at an instant as far as it is known now: who has left by
		 * then cannot be reached.
		 */
		RosterAnswer at(Instant now) {
			return this.people.stream().anyMatch((person) -> person.hasLeft(now)) ? new RosterAnswer(
					this.people.stream().map((person) -> person.hasLeft(now) ? person.unreachable() : person).toList(),
					this.teams, this.schedules) : this;
		}

	}

	/**
	 * A person and how they can be reached, preferred first.
	 *
	 * @param leftAt from when on they are not there any more, null if that is not known
	 */
	record PersonAnswer(String name, String displayName, @Nullable String language, @Nullable String timeZone,
			List<ContactMethodAnswer> contactMethods, List<WorkingHoursAnswer> workingHours,
			List<NotificationRuleAnswer> notificationRules, @Nullable Instant leftAt) {

		// Rosters of before lack hours and rules.
		public PersonAnswer(String name, String displayName, @Nullable String language, @Nullable String timeZone,
				List<ContactMethodAnswer> contactMethods, @Nullable List<WorkingHoursAnswer> workingHours,
				@Nullable List<NotificationRuleAnswer> notificationRules, @Nullable Instant leftAt) {
			this.name = name;
			this.displayName = displayName;
			this.language = language;
			this.timeZone = timeZone;
			this.contactMethods = List.copyOf(contactMethods);
			this.workingHours = (workingHours != null) ? List.copyOf(workingHours) : List.of();
			this.notificationRules = (notificationRules != null) ? List.copyOf(notificationRules) : List.of();
			this.leftAt = leftAt;
		}

		private boolean hasLeft(Instant now) {
			return this.leftAt != null && !this.leftAt.isAfter(now) && !this.contactMethods.isEmpty();
		}

		private PersonAnswer unreachable() {
			return new PersonAnswer(this.name, this.displayName, this.language, this.timeZone, List.of(), List.of(),
					List.of(), this.leftAt);
		}

	}

	/**
	 * One address of a person.
	 */
	record ContactMethodAnswer(@Nullable String name, String type, String address) {
	}

	/**
	 * When a person works, by the clock on their wall.
	 *
	 * @param days Monday to Friday if absent
	 */
	record WorkingHoursAnswer(@Nullable List<String> days, String from, String to) {

		public WorkingHoursAnswer {
			Objects.requireNonNull(from);
			Objects.requireNonNull(to);
		}

	}

	/**
	 * How a person wants to be told.
	 */
	record NotificationRuleAnswer(String urgency, @Nullable String during, List<RuleStepAnswer> steps) {

		public NotificationRuleAnswer {
			Objects.requireNonNull(urgency);
			steps = List.copyOf(steps);
		}

	}

	/**
	 * One thing that is tried.
	 */
	record RuleStepAnswer(Delay after, String contactMethod) {

		public RuleStepAnswer {
			Objects.requireNonNull(after);
			Objects.requireNonNull(contactMethod);
		}

	}

	/**
	 * A team and who is told when nobody else can be.
	 */
	record TeamAnswer(String name, List<MemberAnswer> members, @Nullable String fallback) {

		public TeamAnswer {
			members = List.copyOf(members);
		}

	}

	/**
	 * A person's place in a team.
	 */
	record MemberAnswer(String person, @Nullable String position) {
	}

	/**
	 * The shifts of a schedule in the time asked for.
	 */
	record ScheduleAnswer(String name, @Nullable String team, @Nullable HandOverAnswer handOver,
			List<ShiftAnswer> shifts) {

		public ScheduleAnswer {
			shifts = List.copyOf(shifts);
		}

	}

	/**
	 * What is asked of who comes on call.
	 */
	record HandOverAnswer(Delay takeOverWithin) {
	}

	/**
	 * One turn, {@code [start, end)}.
	 *
	 * @param role what the person is on it, null for primary
	 */
	record ShiftAnswer(String person, @Nullable String role, Instant start, Instant end) {

		static final String PRIMARY = "primary";

		boolean has(String role) {
			return role.equals((this.role != null) ? this.role : PRIMARY);
		}

		boolean covers(Instant at) {
			return !at.isBefore(this.start) && at.isBefore(this.end);
		}

	}

}
