package dev.vigie.gateway.console.incidents;

import java.util.List;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * How the console says who alone may see an incident.
 */
@HttpExchange("/api/v1/incidents/{number}")
interface PrivacyClient {

	@PostExchange("/private")
	void hide(@PathVariable String number, @RequestBody Hidden hidden);

	@DeleteExchange("/private")
	void reveal(@PathVariable String number);

	@PostExchange("/people")
	void add(@PathVariable String number, @RequestBody Added added);

	@DeleteExchange("/people/{person}")
	void remove(@PathVariable String number, @PathVariable String person);

	record Hidden(List<String> people) {

	}

	record Added(String person) {

	}

}
