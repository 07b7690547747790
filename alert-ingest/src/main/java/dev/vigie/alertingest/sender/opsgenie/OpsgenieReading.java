package dev.vigie.alertingest.sender.opsgenie;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.alert.SenderAlerts;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.opsgenie.OpsgenieRequests.Done;
import dev.vigie.shared.problem.NotFound;

/**
 * The calls of Opsgenie's Alert API that only read: a sender sees the alerts of its own
 * integration.
 */
@RestController
@RequestMapping({ "/v2/alerts", "/jsm/ops/integration/v2/alerts", "/integrations/v1/opsgenie/{key}/v2/alerts" })
class OpsgenieReading {

	private final OpsgenieCallers callers;

	private final Identifiers identifiers;

	private final SenderAlerts alerts;

	private final OpsgenieRequests requests;

	OpsgenieReading(OpsgenieCallers callers, Identifiers identifiers, SenderAlerts alerts, OpsgenieRequests requests) {
		this.callers = callers;
		this.identifiers = identifiers;
		this.alerts = alerts;
		this.requests = requests;
	}

	@Operation(summary = "Opsgenie: what became of a request")
	@GetMapping("/requests/{requestId}")
	ResponseEntity<Answer<?>> request(@PathVariable String requestId, HttpServletRequest request) {
		IntegrationRef integration = this.callers.of(request);
		Optional<Done> done = uuid(requestId).flatMap((id) -> this.requests.find(integration.id(), id));
		if (done.isEmpty()) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND)
				.header("X-Opsgenie-Errortype", "RequestNotProcessed")
				.body(Answer.of(Map.of(), "Request not found. It might not be processed, yet."));
		}
		return ok(RequestView.of(done.get(), integration.id()));
	}

	@Operation(summary = "Opsgenie: list alerts")
	@GetMapping({ "", "/" })
	ResponseEntity<Answer<?>> list(HttpServletRequest request) {
		IntegrationRef integration = this.callers.of(request);
		AlertQuery query = AlertQuery.parse(Command.pairs(request.getQueryString()));
		return ok(this.alerts.list(integration.id(), query.search(), query.order(), query.offset(), query.limit())
			.stream()
			.map((alert) -> AlertView.of(alert, integration))
			.toList());
	}

	@Operation(summary = "Opsgenie: count alerts")
	@GetMapping("/count")
	ResponseEntity<Answer<?>> count(HttpServletRequest request) {
		IntegrationRef integration = this.callers.of(request);
		AlertQuery query = AlertQuery.parse(Command.pairs(request.getQueryString()));
		return ok(Map.of("count", this.alerts.count(integration.id(), query.search())));
	}

	@Operation(summary = "Opsgenie: get an alert")
	@GetMapping("/{identifier}")
	ResponseEntity<Answer<?>> get(@PathVariable String identifier, HttpServletRequest request) {
		IntegrationRef integration = this.callers.of(request);
		String type = Command.pairs(request.getQueryString()).get("identifierType");
		return ok(this.identifiers.find(integration, identifier, type)
			.map((alert) -> AlertView.of(alert, integration))
			.orElseThrow(() -> new NotFound("Alert with id [" + identifier + "] does not exist.")));
	}

	private static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private static ResponseEntity<Answer<?>> ok(Object data) {
		Answer<?> answer = Answer.of(data, null);
		return ResponseEntity.ok().header("X-Request-Id", answer.requestId().toString()).body(answer);
	}

	/**
	 * What was asked for.
	 *
	 * @param <T> what it is
	 */
	record Answer<T>(T data, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message, double took,
			UUID requestId) {

		static <T> Answer<T> of(T data, @Nullable String message) {
			return new Answer<>(data, message, 0.001, UUID.randomUUID());
		}

	}

	/**
	 * What became of a request.
	 */
	record RequestView(boolean success, String action, Instant processedAt, UUID integrationId, boolean isSuccess,
			String status, String alertId, String alias) {

		static RequestView of(Done done, UUID integration) {
			boolean success = done.alert() != null;
			return new RequestView(success, done.action().title(), done.at(), integration, success,
					success ? done.action().outcome() : "Alert does not exist",
					success ? String.valueOf(done.alert()) : "", (done.alias() != null) ? done.alias() : "");
		}

	}

	/**
	 * An alert in Opsgenie's words, as far as it is known here.
	 */
	record AlertView(UUID id, String tinyId, String alias, String message, String status, List<String> tags, int count,
			Instant lastOccurredAt, Instant createdAt, Instant updatedAt, String source, String priority, String entity,
			String description, Map<String, String> details, IntegrationPart integration) {

		static AlertView of(SenderAlerts.SenderAlert alert, IntegrationRef integration) {
			Map<String, String> labels = alert.labels();
			Map<String, String> annotations = alert.annotations();
			String tags = annotations.getOrDefault("tags", "");
			return new AlertView(alert.id(), Identifiers.tiny(alert.id()), alert.fingerprint(),
					annotations.getOrDefault("summary", ""), AlertQuery.word(alert.status()),
					tags.isEmpty() ? List.of() : List.of(tags.split(", ")), alert.seen(), alert.lastSeenAt(),
					alert.startsAt(), alert.lastSeenAt(),
					labels.getOrDefault("source", (alert.generatorUrl() != null) ? alert.generatorUrl() : ""),
					labels.getOrDefault("priority", "P3"), labels.getOrDefault("entity", ""),
					annotations.getOrDefault("description", ""), labels,
					new IntegrationPart(integration.id(), integration.name(), "API"));
		}

	}

	record IntegrationPart(UUID id, String name, String type) {
	}

}
