package dev.vigie.oncall.team;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.Place;
import dev.vigie.oncall.person.Standing;
import dev.vigie.oncall.team.TeamSpec.Member;
import dev.vigie.shared.document.Document;

/**
 * What people are in teams. Positions and fallbacks are duties: policies page whoever
 * holds them.
 */
@Component
class TeamStanding implements Standing {

	private final TeamDirectory teams;

	TeamStanding(TeamDirectory teams) {
		this.teams = teams;
	}

	@Override
	public List<Place> places(String person) {
		return this.teams.all().stream().flatMap((team) -> places(team, person).stream()).toList();
	}

	private static List<Place> places(Document<TeamSpec> team, String person) {
		List<Place> places = new ArrayList<>();
		List<Member> members = team.spec().members();
		for (int i = 0; i < members.size(); i++) {
			Member member = members.get(i);
			if (member.person().equals(person)) {
				String position = member.position();
				places.add(new Place("Team", team.name(), "members[" + i + "].person",
						(position != null) ? position : member.role().text(), position != null));
			}
		}
		if (person.equals(team.spec().fallback())) {
			places.add(new Place("Team", team.name(), "fallback", "fallback", true));
		}
		return places;
	}

}
