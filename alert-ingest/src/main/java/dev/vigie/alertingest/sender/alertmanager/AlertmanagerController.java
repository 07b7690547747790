package dev.vigie.alertingest.sender.alertmanager;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.alertmanager.AlertmanagerSilences.ForeignSilence;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * What an integration's Alertmanager says of itself.
 */
@RestController
class AlertmanagerController {

	private final IntegrationLookup integrations;

	private final AlertmanagerSilences silences;

	AlertmanagerController(IntegrationLookup integrations, AlertmanagerSilences silences) {
		this.integrations = integrations;
		this.silences = silences;
	}

	@GetMapping("/api/v1/integrations/{name}/silences")
	@Operation(summary = "The silences of the integration's own Alertmanager",
			description = "Alerts that it silences never reach Vigie. Asks for settings.apiUrl.")
	Silences silences(@PathVariable String name, @RequestParam(defaultValue = "false") boolean expired) {
		IntegrationRef integration = this.integrations.byName(name)
			.orElseThrow(() -> new NotFound("There is no integration " + name));
		if (!(integration.settings() instanceof AlertmanagerSettings settings)) {
			throw new Conflict("no-api-url", "Integration %s is no Alertmanager".formatted(name));
		}
		return new Silences(this.silences.list(settings, expired));
	}

	record Silences(List<ForeignSilence> items) {
	}

}
