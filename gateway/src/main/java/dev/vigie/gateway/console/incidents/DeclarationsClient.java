package dev.vigie.gateway.console.incidents;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;

import dev.vigie.gateway.console.incidents.IncidentsClient.Impact;
import dev.vigie.gateway.console.incidents.IncidentsClient.Insider;

/**
 * How the console declares incidents.
 */
interface DeclarationsClient {

	@PostExchange("/api/v1/incidents")
	Made declare(@RequestHeader("Idempotency-Key") String key, @RequestBody Declaration declaration);

	/**
	 * What is declared; what is left out is for the rules.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Declaration(String title, @Nullable String description, @Nullable String severity, @Nullable String team,
			@Nullable String service, @Nullable Impact impact, @JsonProperty("private") @Nullable Boolean isPrivate,
			@Nullable List<String> people) {
	}

	/**
	 * The incident that there is then.
	 *
	 * @param people who alone may know of it, if it is private
	 */
	record Made(long number, @JsonProperty("private") @Nullable Boolean isPrivate, @Nullable List<Insider> people) {

		boolean isFor(String person) {
			return !Boolean.TRUE.equals(this.isPrivate) || (this.people != null
					&& this.people.stream().anyMatch((insider) -> insider.person().equals(person)));
		}

	}

}
