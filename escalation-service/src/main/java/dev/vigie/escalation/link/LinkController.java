package dev.vigie.escalation.link;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.incident.KnownIncidents;

/**
 * The links of incidents over HTTP.
 */
@RestController
class LinkController {

	private final KnownIncidents incidents;

	private final Links links;

	LinkController(KnownIncidents incidents, Links links) {
		this.incidents = incidents;
		this.links = links;
	}

	@GetMapping("/api/v1/incidents/{number}/links")
	Answer links(@PathVariable String number) {
		return new Answer(this.links.of(this.incidents.get(number).id()));
	}

	/**
	 * All of them, the oldest first.
	 */
	record Answer(List<IncidentLink> items) {
	}

}
