package dev.vigie.alertingest.sender.opsgenie;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.alert.SenderAlerts.SenderAlert;
import dev.vigie.alertingest.delivery.Receipt;
import dev.vigie.alertingest.delivery.Reception;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.NotFound;

/**
 * The calls of Opsgenie's Alert API that change something. Each is a delivery, whose id
 * is the id of the request; it is answered alike whether or not the alert exists.
 */
@RestController
@RequestMapping({ "/v2/alerts", "/jsm/ops/integration/v2/alerts", "/integrations/v1/opsgenie/{key}/v2/alerts" })
class OpsgenieController {

	/**
	 * What a query may say in place of a body.
	 */
	private static final List<String> WORDS = List.of("user", "note", "source", "tags", "keys");

	private final OpsgenieCallers callers;

	private final Identifiers identifiers;

	private final Reception reception;

	private final OpsgenieRequests requests;

	OpsgenieController(OpsgenieCallers callers, Identifiers identifiers, Reception reception,
			OpsgenieRequests requests) {
		this.callers = callers;
		this.identifiers = identifiers;
		this.reception = reception;
		this.requests = requests;
	}

	@Operation(summary = "Opsgenie: create an alert")
	@PostMapping({ "", "/" })
	ResponseEntity<Accepted> create(HttpServletRequest request) {
		IntegrationRef integration = this.callers.of(request);
		return take(integration, new Command(Action.CREATE, Map.of()), request);
	}

	@Operation(summary = "Opsgenie: delete an alert, which closes it")
	@DeleteMapping("/{identifier}")
	ResponseEntity<Accepted> delete(@PathVariable String identifier, HttpServletRequest request) {
		return change(Action.DELETE, identifier, Map.of(), request);
	}

	@Operation(summary = "Opsgenie: change an alert, or say something of it")
	@RequestMapping(path = { "/{identifier}/{action}", "/{identifier}/{action}/" },
			method = { RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE })
	ResponseEntity<Accepted> change(@PathVariable String identifier, @PathVariable String action,
			HttpServletRequest request) {
		Action meant = Action.of(HttpMethod.valueOf(request.getMethod()), action)
			.orElseThrow(() -> new NotFound("There is no such call"));
		return change(meant, identifier, Map.of(), request);
	}

	@Operation(summary = "Opsgenie: run an action of an alert, which is noted")
	@PostMapping("/{identifier}/actions/{name}")
	ResponseEntity<Accepted> run(@PathVariable String identifier, @PathVariable String name,
			HttpServletRequest request) {
		return change(Action.RUN, identifier, Map.of("name", name), request);
	}

	private ResponseEntity<Accepted> change(Action action, String identifier, Map<String, String> more,
			HttpServletRequest request) {
		IntegrationRef integration = this.callers.of(request);
		Map<String, String> query = Command.pairs(request.getQueryString());
		Map<String, String> values = new HashMap<>(query);
		values.keySet().retainAll(WORDS);
		values.putAll(more);
		values.put("of", identifier);
		String alias = this.identifiers.alias(integration, identifier, query.get("identifierType"));
		if (alias != null) {
			values.put("alias", alias);
		}
		return take(integration, new Command(action, values), request);
	}

	private ResponseEntity<Accepted> take(IntegrationRef integration, Command command, HttpServletRequest request) {
		Took took = Took.start();
		Receipt receipt = this.reception.receive(integration, command.text(), request);
		String alias = receipt.reading().parts().stream().findFirst().map((part) -> part.group().key()).orElse(null);
		this.requests.record(receipt.id(), command.action(), alias, alert(integration, alias));
		return ResponseEntity.status(HttpStatus.ACCEPTED)
			.header("X-Request-Id", receipt.id().toString())
			.body(new Accepted("Request will be processed", took.seconds(), receipt.id()));
	}

	private @Nullable UUID alert(IntegrationRef integration, @Nullable String alias) {
		return (alias == null) ? null
				: this.identifiers.find(integration, alias, "alias").map(SenderAlert::id).orElse(null);
	}

	/**
	 * Says that the call is taken.
	 */
	record Accepted(String result, double took, UUID requestId) {
	}

}
