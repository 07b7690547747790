package dev.vigie.oncall.team;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.NotFound;

/**
 * Who is what in which team, over HTTP.
 */
@RestController
class MembershipController {

	private final TeamDirectory teams;

	private final PersonDirectory people;

	MembershipController(TeamDirectory teams, PersonDirectory people) {
		this.teams = teams;
		this.people = people;
	}

	@GetMapping("/api/v1/people/{name}/teams")
	@Operation(summary = "The teams of a person, with their role and positions there")
	Listing<Membership> teams(@PathVariable String name) {
		if (this.people.named(List.of(name)).isEmpty()) {
			throw new NotFound("There is no Person named " + name);
		}
		return new Listing<>(this.teams.of(name), null);
	}

	@GetMapping("/api/v1/positions")
	@Operation(summary = "Who holds which position", description = "Of all teams, or of one; one position, or all.")
	Listing<Holder> positions(@RequestParam(required = false) @Nullable String position,
			@RequestParam(required = false) @Nullable String team) {
		List<Held> held = this.teams.all()
			.stream()
			.filter((found) -> team == null || team.equals(found.name()))
			.flatMap((found) -> found.spec()
				.members()
				.stream()
				.filter((member) -> member.position() != null
						&& (position == null || position.equals(member.position())))
				.map((member) -> new Held(found, member)))
			.toList();
		Map<String, PersonSpec> people = this.people.named(held.stream().map((one) -> one.member().person()).toList());
		return new Listing<>(held.stream().map((one) -> Holder.of(one, people.get(one.member().person()))).toList(),
				null);
	}

	private record Held(Document<TeamSpec> team, TeamSpec.Member member) {
	}

	/**
	 * One who holds a position.
	 */
	record Holder(String position, String team, String person, String displayName) {

		private static Holder of(Held held, @Nullable PersonSpec person) {
			TeamSpec.Member member = held.member();
			return new Holder(String.valueOf(member.position()), held.team().name(), member.person(),
					(person != null) ? person.displayName() : member.person());
		}

	}

}
