package dev.vigie.alertingest.sender.pagerduty;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.delivery.Receipt;
import dev.vigie.alertingest.delivery.Reception;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.TooLarge;
import dev.vigie.shared.problem.Unavailable;

/**
 * The Events API at the addresses and with the answers that PagerDuty's clients expect.
 */
@RestController
class PagerdutyController {

	private static final String BELOW_KEY = "/integrations/v1/pagerduty/{key}";

	private static final String ALERT = "v2/enqueue";

	private final IntegrationLookup integrations;

	private final Reception reception;

	PagerdutyController(IntegrationLookup integrations, Reception reception) {
		this.integrations = integrations;
		this.reception = reception;
	}

	@Operation(summary = "An alert event of PagerDuty's Events API v2; the integration's key is its routing_key")
	@PostMapping({ "/v2/enqueue", "/v2/enqueue/" })
	@ResponseStatus(HttpStatus.ACCEPTED)
	Processed alert(HttpServletRequest request) {
		return Processed.alert(receive(request, ALERT, false));
	}

	@Operation(summary = "A change event of PagerDuty's Events API v2; the integration's key is its routing_key")
	@PostMapping({ "/v2/change/enqueue", "/v2/change/enqueue/" })
	@ResponseStatus(HttpStatus.ACCEPTED)
	Processed change(HttpServletRequest request) {
		receive(request, PagerdutyParser.CHANGE, true);
		return Processed.change();
	}

	@Operation(summary = "An alert event of PagerDuty's Events API v2, with the key in the address")
	@PostMapping({ BELOW_KEY, BELOW_KEY + "/", BELOW_KEY + "/v2/enqueue", BELOW_KEY + "/v2/enqueue/" })
	@ResponseStatus(HttpStatus.ACCEPTED)
	Processed alert(@PathVariable String key, HttpServletRequest request) {
		return Processed.alert(this.reception.receive(integration(key), ALERT, request));
	}

	@Operation(summary = "A change event of PagerDuty's Events API v2, with the key in the address")
	@PostMapping({ BELOW_KEY + "/v2/change/enqueue", BELOW_KEY + "/v2/change/enqueue/" })
	@ResponseStatus(HttpStatus.ACCEPTED)
	Processed change(@PathVariable String key, HttpServletRequest request) {
		this.reception.receive(integration(key), PagerdutyParser.CHANGE, request);
		return Processed.change();
	}

	private Receipt receive(HttpServletRequest request, String rest, boolean change) {
		String header = request.getHeader("X-Routing-Key");
		return this.reception.receive(request, rest, (body) -> {
			EventFields event = EventFields.read(body);
			String sent = event.text("routing_key");
			String key = (sent != null) ? sent : header;
			EventRules.checkKey(event, key, change);
			return integration(String.valueOf(key));
		});
	}

	private IntegrationRef integration(String key) {
		return this.integrations.byKey(PagerdutyParser.TYPE, key).orElseThrow(EventRules::unknownKey);
	}

	@ExceptionHandler
	ResponseEntity<Refused> on(Invalid invalid) {
		List<String> errors = invalid.errors()
			.stream()
			.map((error) -> error.field().isEmpty() ? error.reason() : error.field() + ": " + error.reason())
			.toList();
		return ResponseEntity.badRequest().body(Refused.invalid(errors));
	}

	@ExceptionHandler
	ResponseEntity<Refused> on(TooLarge tooLarge) {
		return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
			.body(Refused.invalid(List.of(String.valueOf(tooLarge.getMessage()))));
	}

	// Clients of this API alone understand 429; a database that is away stays a 503.
	@ExceptionHandler
	ResponseEntity<Refused> on(Unavailable overloaded) {
		return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
			.header(HttpHeaders.RETRY_AFTER, "5")
			.body(new Refused("throttle exceeded",
					"Requests for this service are arriving too quickly. Please retry later.", null));
	}

	/**
	 * What was taken.
	 */
	record Processed(String status, String message,
			@JsonProperty("dedup_key") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dedupKey) {

		static Processed alert(Receipt receipt) {
			Reading.Part part = receipt.reading().parts().getFirst();
			return new Processed("success", "Event processed", part.group().key());
		}

		static Processed change() {
			return new Processed("success", "Change event processed", null);
		}

	}

	/**
	 * Why nothing was taken.
	 */
	record Refused(String status, String message,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> errors) {

		static Refused invalid(List<String> errors) {
			return new Refused("invalid event", "Event object is invalid", errors);
		}

	}

}
