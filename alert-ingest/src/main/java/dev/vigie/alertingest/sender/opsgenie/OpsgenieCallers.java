package dev.vigie.alertingest.sender.opsgenie;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

import dev.vigie.alertingest.delivery.Reception;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.Denied;

/**
 * Finds whose call it is by the key: in the path, in the header, or in the query of old
 * scripts.
 */
@Component
class OpsgenieCallers {

	private static final Logger log = LoggerFactory.getLogger(OpsgenieCallers.class);

	private static final String SCHEME = "GenieKey ";

	private final IntegrationLookup integrations;

	private final Reception reception;

	OpsgenieCallers(IntegrationLookup integrations, Reception reception) {
		this.integrations = integrations;
		this.reception = reception;
	}

	/**
	 * The integration whose key came with the request.
	 * @throws Denied if there is none
	 */
	IntegrationRef of(HttpServletRequest request) {
		String key = key(request);
		return this.integrations.byKey(OpsgenieParser.TYPE, (key != null) ? key : "").orElseThrow(() -> {
			this.reception.count("unknown-key");
			log.info("Refused a call of Opsgenie's API with an unknown key from {}", request.getRemoteAddr());
			return Denied.unproven("Could not authenticate");
		});
	}

	private static @Nullable String key(HttpServletRequest request) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get("key") instanceof String key) {
			return key;
		}
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return header.substring(SCHEME.length()).strip();
		}
		return Command.pairs(request.getQueryString()).get("apiKey");
	}

}
