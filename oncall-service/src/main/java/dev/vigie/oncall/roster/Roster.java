package dev.vigie.oncall.roster;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.contact.NotificationRule;
import dev.vigie.oncall.contact.WorkingHours;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.oncall.person.PersonSpec.Language;
import dev.vigie.oncall.schedule.HandOver;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.team.TeamSpec;
import dev.vigie.shared.document.Document;

/**
 * Everybody who can be paged, and whose turn it is when.
 */
record Roster(List<PersonView> people, List<TeamView> teams, List<ScheduleView> schedules) {

	/**
	 * A person; one who has left is there without any way to reach them, since others may
	 * still point to them.
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record PersonView(String name, String displayName, Language language,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String timeZone,
			@JsonInclude(JsonInclude.Include.ALWAYS) List<ContactMethod> contactMethods,
			List<WorkingHours> workingHours, List<NotificationRule> notificationRules, @Nullable Instant leftAt) {

		static PersonView of(Document<PersonSpec> person, @Nullable Instant leftAt, Instant now) {
			PersonSpec spec = person.spec();
			boolean left = leftAt != null && !leftAt.isAfter(now);
			return new PersonView(person.name(), spec.displayName(), spec.language(), spec.timeZone(),
					left ? List.of() : spec.contactMethods(), spec.workingHours(),
					left ? List.of() : spec.notificationRules(), leftAt);
		}

	}

	record TeamView(String name, String displayName, List<MemberView> members, @Nullable String fallback) {

		static TeamView of(Document<TeamSpec> team) {
			TeamSpec spec = team.spec();
			// Whoever only looks on is not paged with the team.
			return new TeamView(team.name(), spec.displayName(),
					spec.members()
						.stream()
						.filter((member) -> member.role() != TeamSpec.Role.OBSERVER)
						.map((member) -> new MemberView(member.person(), member.position()))
						.toList(),
					spec.fallback());
		}

	}

	record MemberView(String person, @Nullable String position) {
	}

	record ScheduleView(String name, String timeZone, @Nullable String team, @Nullable HandOver handOver,
			List<ShiftView> shifts) {

		static ScheduleView of(OnCall.Rota rota) {
			return new ScheduleView(rota.schedule(), rota.timeZone(), rota.team(), rota.handOver(),
					rota.shifts().stream().map(ShiftView::of).toList());
		}

	}

	record ShiftView(String person, Role role, Instant start, Instant end) {

		private static ShiftView of(Shift shift) {
			return new ShiftView(shift.person(), shift.role(), shift.start(), shift.end());
		}

	}

}
