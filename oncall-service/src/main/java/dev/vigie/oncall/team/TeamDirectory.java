package dev.vigie.oncall.team;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Document;

/**
 * What other features ask about teams.
 */
@Component
public class TeamDirectory {

	private final Teams teams;

	TeamDirectory(Teams teams) {
		this.teams = teams;
	}

	public List<Document<TeamSpec>> all() {
		return this.teams.findByNameGreaterThanOrderByName("", Limit.unlimited()).stream().map(Team::document).toList();
	}

	/**
	 * The teams in which the person is something.
	 */
	List<Membership> of(String person) {
		return all().stream().map((team) -> Membership.of(team, person)).filter(Membership::exists).toList();
	}

}
