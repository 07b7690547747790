package dev.vigie.escalation.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Invalid;

/**
 * Looking ahead over HTTP.
 */
@RestController
class SimulationController {

	private final Simulation simulation;

	private final KnownIncidents incidents;

	SimulationController(Simulation simulation, KnownIncidents incidents) {
		this.incidents = incidents;
		this.simulation = simulation;
	}

	/**
	 * Everything that would happen to an incident that nobody acknowledges.
	 */
	@PostMapping(SimulationAccess.PATH + ":simulate")
	Outlook simulate(@RequestBody @Valid Question question, Caller caller) {
		if ((question.incident() == null) == question.alerts().isEmpty()) {
			throw new Invalid("", "must be either incident or alerts");
		}
		if (question.incident() != null) {
			this.incidents.checkVisible(question.incident(), caller);
		}
		return this.simulation.of(question);
	}

	/**
	 * What is looked ahead for: an incident that is there, or the one that alerts would
	 * open.
	 *
	 * @param incident for example {@code INC-42}
	 * @param alerts those of one group
	 * @param integration the name of the integration they come from
	 * @param groupLabels the labels their sender groups by
	 * @param impact whether it harms the business; as it is said of the incident when
	 * null
	 * @param at when they come, now if nothing is said
	 */
	record Question(@Nullable String incident, @Size(max = 1000) List<@NotNull @Valid Alert> alerts,
			@Nullable String integration, @Nullable String team, Map<String, String> groupLabels,
			@Nullable Boolean impact, @Nullable Instant at, @Valid @Nullable Drafts drafts) {

		Question {
			alerts = (alerts != null) ? alerts.stream().toList() : List.of();
			groupLabels = (groupLabels != null) ? groupLabels : Map.of();
		}

	}

	/**
	 * An alert as senders tell it; what else stands there does not count.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Alert(Map<String, String> labels, Map<String, String> annotations) {

		Alert {
			labels = (labels != null) ? labels : Map.of();
			annotations = (annotations != null) ? annotations : Map.of();
		}

	}

	/**
	 * Specs that are tried instead of those that are saved.
	 *
	 * @param schedules by name
	 */
	record Drafts(@Nullable JsonNode severityRules, @Nullable JsonNode escalationPolicy,
			@Size(max = 20) Map<String, JsonNode> schedules) {

		Drafts {
			schedules = (schedules != null) ? schedules : Map.of();
		}

	}

	/**
	 * What would happen.
	 *
	 * @param status of the incident, triggered for one that is not there yet
	 * @param rosterTakenAt how old the schedules are that say who is on call
	 * @param rosterUntil to when they are known; later than that nobody seems to be on
	 * call
	 * @param idle why nothing comes by itself
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Outlook(String status, String title, String severity, String severityReason, @Nullable String team,
			@Nullable String route, @Nullable String escalationPolicy, @Nullable Integer policyVersion,
			@Nullable Instant rosterTakenAt, @Nullable Instant rosterUntil, @Nullable String idle, List<Event> future) {
	}

	/**
	 * Something that would happen.
	 *
	 * @param what page, skipped, nobody, war_room, ticket, raise, declare or exhausted
	 * @param cycle counts from 1, like step
	 * @param target as policies write it
	 * @param method by what a person is told
	 * @param reason why, if the target does not say it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Event(Instant at, String what, @Nullable Integer cycle, @Nullable Integer step, @Nullable String target,
			@Nullable String person, @Nullable String channel, @Nullable String method, @Nullable String address,
			@Nullable String reason) {
	}

}
