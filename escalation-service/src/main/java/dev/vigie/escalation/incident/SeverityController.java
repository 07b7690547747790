package dev.vigie.escalation.incident;

import java.time.InstantSource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.access.Caller;

/**
 * The severity of an incident over HTTP, and which it had when.
 */
@RestController
@RequestMapping(IncidentAccess.PATH + "/{number}")
class SeverityController {

	private final SeverityHandling handling;

	private final IncidentController incidents;

	private final TimelineTable timeline;

	private final InstantSource clock;

	SeverityController(SeverityHandling handling, IncidentController incidents, TimelineTable timeline,
			InstantSource clock) {
		this.handling = handling;
		this.incidents = incidents;
		this.timeline = timeline;
		this.clock = clock;
	}

	@PutMapping("/severity")
	IncidentView decide(@PathVariable String number, @RequestBody @Valid Decision decision, Caller caller) {
		this.handling.decide(number, decision.assessment(), caller.name());
		return this.incidents.get(number);
	}

	@DeleteMapping("/severity")
	IncidentView letRulesDecide(@PathVariable String number, Caller caller) {
		this.handling.letRulesDecide(number, caller.name());
		return this.incidents.get(number);
	}

	@GetMapping("/severities")
	SeverityHistory history(@PathVariable String number) {
		long known = this.incidents.get(number).number(); // for whoever may see it
		return SeverityHistory.of(this.timeline.withCodes(known, SeverityHistory.CODES), this.clock.instant());
	}

	/**
	 * What a person decides, and why.
	 */
	record Decision(@NotNull Severity severity, @NotBlank @Size(max = 500) String reason) {

		Assessment assessment() {
			return new Assessment(this.severity, this.reason.replace("\0", "").strip());
		}

	}

}
