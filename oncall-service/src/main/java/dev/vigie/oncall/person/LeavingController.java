package dev.vigie.oncall.person;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * Leaving and coming back over HTTP.
 */
@RestController
@RequestMapping("/api/v1/people/{name}")
class LeavingController {

	private final Leaving leaving;

	private final PersonReading people;

	private final Places places;

	private final Specs specs;

	LeavingController(Leaving leaving, PersonReading people, Places places, Specs specs) {
		this.leaving = leaving;
		this.people = people;
		this.places = places;
		this.specs = specs;
	}

	@PostMapping("/deactivate")
	@Operation(summary = "A person leaves",
			description = "From then on nobody is paged at their addresses, and their turns are those of who takes over, if "
					+ "anybody does. The answer lists where they stood when this was said.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Deactivation.class)))
	Standings deactivate(@PathVariable String name, @RequestBody JsonNode body, Caller caller) {
		Deactivation request = this.specs.read(body, Deactivation.class);
		List<Place> places = this.places.of(name);
		this.leaving.deactivate(name, request.notice(), caller.name());
		return new Standings(this.people.one(name), places);
	}

	@PostMapping("/reactivate")
	@Operation(summary = "A person is back, or does not leave after all",
			description = "What they were left out of meanwhile stays so.")
	PersonView reactivate(@PathVariable String name, Caller caller) {
		this.leaving.reactivate(name, caller.name());
		return this.people.one(name);
	}

	@GetMapping("/places")
	@Operation(summary = "Where a person stands: teams, positions, fallbacks, schedules, shifts to come")
	Standings places(@PathVariable String name) {
		return new Standings(this.people.one(name), this.places.of(name));
	}

	/**
	 * How a person leaves.
	 *
	 * @param reason why
	 * @param from from when on; at once if absent
	 * @param takesOver who has their turns then
	 */
	record Deactivation(@NotBlank @Size(max = 500) @PlainText String reason, @Nullable Instant from,
			@Pattern(regexp = Names.PATTERN, message = "must be the name of a person") @Nullable String takesOver) {

		private Leaving.Notice notice() {
			return new Leaving.Notice(this.reason, this.from, this.takesOver);
		}

	}

	/**
	 * A person and where they stand.
	 */
	record Standings(PersonView person, List<Place> places) {
	}

}
