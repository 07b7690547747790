package dev.vigie.gateway.console.runbooks;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * What the console asks runbook-service.
 */
interface RunbookClient {

	@GetExchange("/api/v1/runbooks/{name}")
	RunbookDocument get(@PathVariable String name);

	record RunbookDocument(String name, int version, Spec spec) {

	}

	record Spec(String title, String body) {

	}

}
