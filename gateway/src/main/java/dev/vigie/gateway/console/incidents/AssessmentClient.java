package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

import dev.vigie.gateway.console.incidents.IncidentsClient.Impact;

/**
 * How the console says, and asks, how bad an incident is.
 */
@HttpExchange("/api/v1/incidents/{number}")
interface AssessmentClient {

	@PutExchange("/impact")
	void affects(@PathVariable String number, @RequestBody Impact impact);

	@PutExchange("/severity")
	void decide(@PathVariable String number, @RequestBody Decision decision);

	@DeleteExchange("/severity")
	void letRulesDecide(@PathVariable String number);

	@GetExchange("/severities")
	History severities(@PathVariable String number);

	record Decision(String severity, String reason) {

	}

	record History(List<Span> items, Map<String, Long> seconds) {

	}

	record Span(String severity, Instant from, @Nullable Instant until, long seconds, @Nullable String by,
			String reason) {

	}

}
