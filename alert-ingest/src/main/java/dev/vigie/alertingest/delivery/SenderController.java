package dev.vigie.alertingest.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.NotFound;

/**
 * Where senders deliver. The key in the path is the secret; the bytes are read as the
 * type says, whatever their {@code Content-Type} says.
 */
@RestController
class SenderController {

	private static final Logger log = LoggerFactory.getLogger(SenderController.class);

	private static final String ADDRESS = "/integrations/v1/{type}/{key}";

	private final IntegrationLookup integrations;

	private final Reception reception;

	private final SenderGuard guard;

	SenderController(IntegrationLookup integrations, Reception reception, SenderGuard guard) {
		this.integrations = integrations;
		this.reception = reception;
		this.guard = guard;
	}

	@Operation(summary = "What a sender posts, in the sender's own words")
	@RequestMapping(path = { ADDRESS, ADDRESS + "/", ADDRESS + "/{*rest}" },
			method = { RequestMethod.POST, RequestMethod.PUT })
	Accepted deliver(@PathVariable String type, @PathVariable String key,
			@PathVariable(required = false) @Nullable String rest, HttpServletRequest request) {
		IntegrationRef integration = this.integrations.byKey(type, key).orElseThrow(() -> {
			this.reception.count("unknown-key");
			log.info("Refused a delivery with an unknown key from {}", this.guard.client(request).getHostAddress());
			return new NotFound("There is nothing here");
		});
		Receipt receipt = this.reception.receive(integration, trim(rest), request);
		return new Accepted(receipt.reading().alerts(), receipt.reading().note());
	}

	private static String trim(@Nullable String rest) {
		String path = (rest != null) ? rest : "";
		return path.substring(path.startsWith("/") ? 1 : 0,
				path.length() - ((path.length() > 1 && path.endsWith("/")) ? 1 : 0));
	}

	/**
	 * What was taken.
	 *
	 * @param accepted how many alerts the body listed
	 * @param note what was special about it
	 */
	record Accepted(int accepted, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {
	}

}
