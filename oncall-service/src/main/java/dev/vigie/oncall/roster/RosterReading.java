package dev.vigie.oncall.roster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.roster.Roster.PersonView;
import dev.vigie.oncall.roster.Roster.ScheduleView;
import dev.vigie.oncall.roster.Roster.TeamView;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.team.TeamDirectory;

/**
 * Reads the roster as it was at one moment: no shift of somebody who is not among the
 * people.
 */
@Component
class RosterReading {

	private final PersonDirectory people;

	private final TeamDirectory teams;

	private final OnCall onCall;

	private final InstantSource clock;

	RosterReading(PersonDirectory people, TeamDirectory teams, OnCall onCall, InstantSource clock) {
		this.people = people;
		this.teams = teams;
		this.onCall = onCall;
		this.clock = clock;
	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Roster read(Span span) {
		Instant now = this.clock.instant();
		Map<String, Instant> left = this.people.left();
		return new Roster(
				this.people.all()
					.stream()
					.map((person) -> PersonView.of(person, left.get(person.name()), now))
					.toList(),
				this.teams.all().stream().map(TeamView::of).toList(),
				this.onCall.rotas(span).stream().map(ScheduleView::of).toList());
	}

}
