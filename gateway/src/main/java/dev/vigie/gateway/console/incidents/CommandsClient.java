package dev.vigie.gateway.console.incidents;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the console says to incidents.
 */
@HttpExchange("/api/v1/incidents/{number}")
interface CommandsClient {

	@PostExchange("/{command}")
	void say(@PathVariable String number, @PathVariable String command, @RequestBody Words words);

	/**
	 * What is said besides the command, as far as it takes it.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Words(@Nullable String note, @Nullable String reason, @Nullable String outcome, @Nullable Instant until) {
	}

}
