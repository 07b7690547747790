package dev.vigie.oncall.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.OnCall.Moment;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.team.TeamDirectory;
import dev.vigie.shared.problem.NotFound;

/**
 * Who is on call beyond one schedule: for a team, and when it is a person's turn.
 */
@Component
@Transactional(readOnly = true)
class WhoseTurn {

	private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::start)
		.thenComparing(Turn::schedule)
		.thenComparing(Turn::role);

	private final OnCall onCall;

	private final TeamDirectory teams;

	private final PersonDirectory people;

	WhoseTurn(OnCall onCall, TeamDirectory teams, PersonDirectory people) {
		this.onCall = onCall;
		this.teams = teams;
		this.people = people;
	}

	/**
	 * Who is on call, and who is next, in the schedules that a team looks after.
	 * @param role only in this role, null for all
	 */
	Now inTeam(String team, @Nullable Role role, Instant at) {
		if (this.teams.all().stream().noneMatch((known) -> known.name().equals(team))) {
			throw new NotFound("There is no Team named " + team);
		}
		List<Turn> shifts = new ArrayList<>();
		List<Turn> next = new ArrayList<>();
		for (String schedule : this.onCall.schedulesOf(team)) {
			Moment moment = this.onCall.moment(schedule, at).in(role);
			moment.shifts().forEach((shift) -> shifts.add(Turn.of(schedule, shift)));
			moment.next().forEach((shift) -> next.add(Turn.of(schedule, shift)));
		}
		return new Now(shifts, next);
	}

	/**
	 * A person's shifts that meet a span, whole and in order, in all schedules.
	 */
	List<Turn> of(String person, Span span) {
		if (this.people.named(List.of(person)).isEmpty()) {
			throw new NotFound("There is no Person named " + person);
		}
		return this.onCall.rotas(span)
			.stream()
			.flatMap((rota) -> rota.shifts()
				.stream()
				.filter((shift) -> shift.person().equals(person))
				.map((shift) -> Turn.of(rota.schedule(), shift)))
			.sorted(ORDER)
			.toList();
	}

	/**
	 * Who is on call, and who comes next.
	 */
	record Now(List<Turn> shifts, List<Turn> next) {

		Now {
			shifts = List.copyOf(shifts);
			next = List.copyOf(next);
		}

	}

}
