package dev.vigie.alertingest.delivery;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.Preview;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Shows what a pasted body would be read as.
 */
@RestController
class DryRunController {

	private final IntegrationLookup integrations;

	private final DryRun dryRun;

	DryRunController(IntegrationLookup integrations, DryRun dryRun) {
		this.integrations = integrations;
		this.dryRun = dryRun;
	}

	@Operation(summary = "What the integration would read in this body; nothing is kept")
	@PostMapping("/api/v1/integrations/{name}/dry-run")
	Preview integration(@PathVariable String name, @RequestParam(defaultValue = "") String rest,
			HttpServletRequest request) {
		IntegrationRef integration = this.integrations.byName(name)
			.orElseThrow(() -> new NotFound("There is no integration " + name));
		return this.dryRun.withBody(request,
				(body) -> this.dryRun.read(integration, rest, SenderGuard.headers(request), body));
	}

	@Operation(summary = "What a mapping that is not saved would read in a body: {mapping, body}")
	@PostMapping("/api/v1/mappings/dry-run")
	Preview mapping(HttpServletRequest request) {
		return this.dryRun.withBody(request, (bytes) -> {
			JsonNode pasted = JsonBodies.object(bytes);
			return this.dryRun.read(draft(pasted), "", SenderGuard.headers(request), body(pasted));
		});
	}

	private IntegrationRef draft(JsonNode pasted) {
		JsonNode settings = JsonNodeFactory.instance.objectNode().set("mapping", pasted.path("mapping"));
		try {
			return this.integrations.draft("generic", settings);
		}
		catch (Invalid invalid) {
			throw new Invalid(invalid.errors()
				.stream()
				.map((error) -> new FieldError(error.field().replaceFirst("^settings\\.?", ""), error.reason()))
				.toList());
		}
	}

	private static byte[] body(JsonNode pasted) {
		if (!pasted.has("body")) {
			throw new Invalid("body", "is required");
		}
		return pasted.get("body").toString().getBytes(StandardCharsets.UTF_8);
	}

}
