package dev.vigie.alertingest.delivery;

import java.security.Principal;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Preview;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.NotFound;

/**
 * The last deliveries of an integration, for whoever asks why an alert did not come.
 */
@RestController
class DeliveryController {

	private static final int LONGEST = 200;

	private final IntegrationLookup integrations;

	private final DeliveryTable deliveries;

	private final Replay replay;

	DeliveryController(IntegrationLookup integrations, DeliveryTable deliveries, Replay replay) {
		this.integrations = integrations;
		this.deliveries = deliveries;
		this.replay = replay;
	}

	@Operation(summary = "The last deliveries, newest first: all of them or the accepted, refused or denied ones")
	@GetMapping("/api/v1/integrations/{name}/deliveries")
	Listing<Delivery> list(@PathVariable String name, @RequestParam(required = false) @Nullable String outcome,
			@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
		Listing.checkLimit(limit, LONGEST);
		Delivery.Outcome only = (outcome != null) ? Delivery.Outcome.of(outcome) : null;
		return Listing.of(this.deliveries.newest(integration(name).id(), only, after, limit + 1), limit, Delivery::id);
	}

	@Operation(summary = "The bytes of a delivery as they came; 409 no-body where none are kept")
	@GetMapping("/api/v1/integrations/{name}/deliveries/{id}/body")
	ResponseEntity<byte[]> body(@PathVariable String name, @PathVariable UUID id) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + "-" + id + ".txt").build().toString())
			.body(this.replay.body(integration(name), id));
	}

	@Operation(summary = "Reads a stored body again with today's settings and takes it; ?dryRun=true only shows it")
	@PostMapping("/api/v1/integrations/{name}/deliveries/{id}/replay")
	Replayed replay(@PathVariable String name, @PathVariable UUID id,
			@RequestParam(defaultValue = "false") boolean dryRun, Principal caller) {
		IntegrationRef integration = integration(name);
		Reading reading = this.replay.read(integration, id);
		Delivery taken = dryRun ? null : this.replay.apply(integration, id, reading, caller.getName());
		return new Replayed((taken != null) ? taken.id() : null, Preview.of(reading));
	}

	private IntegrationRef integration(String name) {
		return this.integrations.byName(name).orElseThrow(() -> new NotFound("There is no integration " + name));
	}

	/**
	 * What a delivery said when it was read again.
	 *
	 * @param delivery what the replay is in the log, absent when nothing was taken
	 */
	record Replayed(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID delivery, Preview reading) {
	}

}
