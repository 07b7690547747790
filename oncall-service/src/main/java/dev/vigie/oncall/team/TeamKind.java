package dev.vigie.oncall.team;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.document.Kind;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonUse;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Teams as documents.
 */
@Component
class TeamKind implements Kind<TeamSpec>, PersonUse {

	private final Teams teams;

	private final PersonDirectory people;

	TeamKind(Teams teams, PersonDirectory people) {
		this.teams = teams;
		this.people = people;
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
	public void create(String name, TeamSpec spec) {
		this.teams.save(new Team(name, spec));
	}

	@Override
	public void update(String name, TeamSpec spec) {
		this.teams.findByName(name).orElseThrow().become(spec);
	}

	@Override
	public void delete(String name) {
		this.teams.deleteByName(name);
	}

	@Override
	public List<Reference> references(TeamSpec spec) {
		return spec.references();
	}

	@Override
	public List<FieldError> dangling(List<Reference> references) {
		return this.people.dangling(references);
	}

	@Override
	public List<String> usesOfPerson(String person) {
		return this.teams.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map(Team::document)
			.filter((team) -> team.spec().references().stream().anyMatch((to) -> to.name().equals(person)))
			.map((team) -> kind() + " " + team.name())
			.toList();
	}

}
