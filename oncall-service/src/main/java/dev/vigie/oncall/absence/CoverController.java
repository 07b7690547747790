package dev.vigie.oncall.absence;

import java.time.InstantSource;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.absence.AbsenceViews.AbsenceView;
import dev.vigie.oncall.absence.AbsenceViews.CoverView;
import dev.vigie.oncall.absence.Covering.Choice;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * Who stands in for those who are away, over HTTP.
 */
@RestController
@RequestMapping(AbsenceAccess.PATH + "/{id}")
class CoverController {

	private final Covering covering;

	private final Absences absences;

	private final Specs specs;

	private final InstantSource clock;

	CoverController(Covering covering, Absences absences, Specs specs, InstantSource clock) {
		this.covering = covering;
		this.absences = absences;
		this.specs = specs;
		this.clock = clock;
	}

	/**
	 * The absence with the shifts it hits from now on and who could take them.
	 */
	@GetMapping
	AbsenceView get(@PathVariable UUID id) {
		Absence absence = this.absences.find(id);
		return AbsenceView.of(absence, this.covering.proposals(absence, this.clock.instant()));
	}

	@PostMapping("/cover")
	@Operation(summary = "Put others on call instead",
			description = "Makes the overrides that are proposed: for all conflicts, or for those that are chosen.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = CoverRequest.class)))
	CoverView cover(@PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body, Caller caller) {
		Choice choice = (body != null) ? this.specs.read(body, CoverRequest.class).choice()
				: new Choice(null, null, null);
		return CoverView.of(this.covering.cover(id, choice, caller.name()));
	}

	/**
	 * What to cover; absent fields leave it open.
	 *
	 * @param schedule conflicts in this schedule
	 * @param shift the conflict with this shift
	 * @param person who shall stand in, one of the candidates; absent: the first of them
	 */
	record CoverRequest(@Nullable @Pattern(regexp = Names.PATTERN) String schedule, @Nullable UUID shift,
			@Nullable @Pattern(regexp = Names.PATTERN) String person) {

		Choice choice() {
			return new Choice(this.schedule, this.shift, this.person);
		}

	}

}
