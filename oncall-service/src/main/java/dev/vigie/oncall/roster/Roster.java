package dev.vigie.oncall.roster;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.oncall.person.PersonSpec.ContactMethod;
import dev.vigie.oncall.person.PersonSpec.Language;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.team.TeamSpec;
import dev.vigie.shared.document.Document;

/**
 * Everybody who can be paged, and whose turn it is when.
 */
record Roster(List<PersonView> people, List<TeamView> teams, List<ScheduleView> schedules) {

	record PersonView(String name, String displayName, Language language, @Nullable String timeZone,
			List<ContactMethod> contactMethods) {

		static PersonView of(Document<PersonSpec> person) {
			PersonSpec spec = person.spec();
			return new PersonView(person.name(), spec.displayName(), spec.language(), spec.timeZone(),
					spec.contactMethods());
		}

	}

	record TeamView(String name, String displayName, List<MemberView> members, @Nullable String fallback) {

		static TeamView of(Document<TeamSpec> team) {
			TeamSpec spec = team.spec();
			return new TeamView(team.name(), spec.displayName(),
					spec.members()
						.stream()
						.map((member) -> new MemberView(member.person(), member.position()))
						.toList(),
					spec.fallback());
		}

	}

	record MemberView(String person, @Nullable String position) {
	}

	record ScheduleView(String name, String timeZone, List<ShiftView> shifts) {

		static ScheduleView of(OnCall.Rota rota) {
			return new ScheduleView(rota.schedule(), rota.timeZone(),
					rota.shifts().stream().map(ShiftView::of).toList());
		}

	}

	record ShiftView(String person, Role role, Instant start, Instant end) {

		private static ShiftView of(Shift shift) {
			return new ShiftView(shift.person(), shift.role(), shift.start(), shift.end());
		}

	}

}
