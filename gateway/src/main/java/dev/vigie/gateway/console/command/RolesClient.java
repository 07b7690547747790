package dev.vigie.gateway.console.command;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the console asks and says about roles.
 */
@HttpExchange("/api/v1/incidents/{number}/roles")
interface RolesClient {

	@GetExchange
	Held held(@PathVariable String number);

	@PostExchange("/{role}/{command}")
	void say(@PathVariable String number, @PathVariable String role, @PathVariable String command,
			@RequestBody Words words);

	record Held(@Nullable List<Holder> items) {

		List<Holder> known() {
			return (this.items != null) ? this.items : List.of();
		}

	}

	record Holder(String role, String person, @Nullable String subject, @Nullable Instant since,
			@Nullable String givenBy, @Nullable String brief) {

	}

	/**
	 * What is said besides the command, as far as it takes it.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Words(@Nullable String person, @Nullable String to, @Nullable String subject, @Nullable String brief) {

	}

}
