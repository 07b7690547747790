package dev.vigie.gateway.console.incidents;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import dev.vigie.gateway.console.incidents.DeclarationsClient.Made;

/**
 * How the console makes one incident of two, and two of one.
 */
@HttpExchange("/api/v1/incidents/{number}")
interface FamilyClient {

	@PostExchange("/merge")
	void merge(@PathVariable String number, @RequestBody Merge merge);

	@PostExchange("/split")
	Made split(@PathVariable String number, @RequestBody Split split);

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Merge(String into, @Nullable String note) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Split(Set<String> fingerprints, @Nullable String title, @Nullable String note) {

	}

}
