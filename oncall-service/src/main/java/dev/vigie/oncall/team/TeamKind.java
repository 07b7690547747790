package dev.vigie.oncall.team;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;

/**
 * Teams as documents.
 */
@Component
class TeamKind implements Kind<TeamSpec> {

	private final Teams teams;

	TeamKind(Teams teams) {
		this.teams = teams;
	}

	@Override
	public String kind() {
		return "Team";
	}

	@Override
	public Optional<Document<TeamSpec>> find(String name) {
		return this.teams.findByName(name).map(Team::document);
	}

	@Override
	public List<Document<TeamSpec>> after(String name, int limit) {
		return this.teams.findByNameGreaterThanOrderByName(name, Limit.of(limit)).stream().map(Team::document).toList();
	}

	@Override
	public void save(Document<TeamSpec> document) {
		this.teams.findByName(document.name())
			.ifPresentOrElse((team) -> team.become(document.spec()),
					() -> this.teams.save(new Team(document.name(), document.spec())));
	}

	@Override
	public void delete(String name) {
		this.teams.deleteByName(name);
	}

	@Override
	public List<Reference> references(TeamSpec spec) {
		return spec.references();
	}

}
