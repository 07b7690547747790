package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * What the console asks escalation-service.
 */
@HttpExchange("/api/v1/incidents")
interface IncidentsClient {

	@GetExchange
	IncidentList list(@RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) List<String> severity,
			@RequestParam(required = false) @Nullable String team, @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String after, @RequestParam int limit);

	@GetExchange("/{number}")
	Incident get(@PathVariable String number);

	@GetExchange("/{number}/timeline")
	Timeline timeline(@PathVariable String number, @RequestHeader("Accept-Language") String language);

	@GetExchange("/{number}/pages")
	PageList pages(@PathVariable String number);

	record IncidentList(List<Incident> items, @Nullable String next) {

	}

	record Incident(long number, @Nullable String id, String title, @Nullable String description, String status,
			String severity, @Nullable String severityReason, @Nullable String team, @Nullable String integration,
			int firing, int hidden, @Nullable List<Alert> alerts, @Nullable List<RunbookLink> runbooks,
			@Nullable Instant nextEscalationAt, Instant triggeredAt, @Nullable Instant acknowledgedAt,
			@Nullable String acknowledgedBy, @Nullable Instant resolvedAt, @Nullable String resolvedBy,
			@Nullable String declaredBy, @Nullable String severitySetBy, @Nullable String ruledSeverity,
			@Nullable String phase, @Nullable Instant snoozedUntil, @Nullable Instant closedAt,
			@Nullable String closedBy, @Nullable String outcome, @Nullable Impact impact, @Nullable Long mergedInto,
			@Nullable List<Long> merged, @Nullable Long splitFrom, @Nullable List<Long> splits,
			@Nullable Long declaredFrom, @Nullable List<Long> declared, @Nullable List<Group> groups,
			@Nullable Integer groupCount, @JsonProperty("private") @Nullable Boolean isPrivate,
			@Nullable List<Insider> people, @Nullable List<Link> links, @Nullable List<String> commands) {

		private static final Set<String> OPEN = Set.of("triggered", "acknowledged", "snoozed");

		boolean isOpen() {
			return OPEN.contains(this.status);
		}

		boolean can(String command) {
			return this.commands != null && this.commands.contains(command);
		}

		List<Alert> listed() {
			return (this.alerts != null) ? this.alerts : List.of();
		}

		List<Group> grouped() {
			return (this.groups != null) ? this.groups : List.of();
		}

	}

	record Insider(String person, @Nullable String addedBy, @Nullable Instant addedAt) {

	}

	record Group(@Nullable String integration, @Nullable Map<String, String> labels, int firing, int hidden) {

		Map<String, String> labelled() {
			return (this.labels != null) ? this.labels : Map.of();
		}

		/**
		 * Its labels as people write them.
		 */
		public String text() {
			return new TreeMap<>(labelled()).entrySet()
				.stream()
				.map((label) -> label.getKey() + "=" + label.getValue())
				.collect(Collectors.joining(", "));
		}

	}

	record Alert(@Nullable String fingerprint, String status, @Nullable Map<String, String> labels,
			@Nullable Map<String, String> annotations, @Nullable Instant startsAt, @Nullable Instant endsAt,
			@Nullable String generatorUrl) {

		Map<String, String> labelled() {
			return (this.labels != null) ? this.labels : Map.of();
		}

	}

	record Impact(boolean business, @Nullable String text, @Nullable Instant startedAt) {

	}

	record Link(String name, String url) {

	}

	record RunbookLink(@Nullable String name, String title, @Nullable Integer version, String url,
			@Nullable String reason) {

	}

	record Timeline(List<Entry> items, @Nullable String next) {

	}

	record Entry(Instant occurredAt, String code, @Nullable String actor, @Nullable String text) {

	}

	record PageList(List<Page> items) {

	}

	record Page(String status, @Nullable String person, @Nullable String channel, @Nullable String address,
			int attempts, @Nullable Instant createdAt, @Nullable Instant deliveredAt, @Nullable String reason) {

	}

}
