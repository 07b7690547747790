package dev.vigie.escalation.incident;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;

/**
 * What incidents do to the business, over HTTP.
 */
@RestController
@RequestMapping(IncidentAccess.PATH + "/{number}/impact")
class ImpactController {

	private final IncidentHandling handling;

	private final IncidentController incidents;

	ImpactController(IncidentHandling handling, IncidentController incidents) {
		this.handling = handling;
		this.incidents = incidents;
	}

	@PutMapping
	IncidentView put(@PathVariable String number, @RequestBody @Valid Said said, Caller caller) {
		this.handling.affects(number, said.impact(), caller.name());
		return this.incidents.get(number);
	}

	/**
	 * The whole impact; what is left out is not known.
	 */
	record Said(@NotNull Boolean business, @Size(max = 2000) @Nullable String text, @Nullable Instant startedAt) {

		Impact impact() {
			return new Impact(this.business, this.text, this.startedAt);
		}

	}

}
