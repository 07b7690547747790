package dev.vigie.alertingest.heartbeat;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.NotFound;

/**
 * Where senders beat, at the addresses that Grafana OnCall had for it. Whatever body
 * comes along is not looked at.
 */
@RestController
class BeatController {

	private final IntegrationLookup integrations;

	private final Heartbeats heartbeats;

	private final InstantSource clock;

	BeatController(IntegrationLookup integrations, Heartbeats heartbeats, InstantSource clock) {
		this.integrations = integrations;
		this.heartbeats = heartbeats;
		this.clock = clock;
	}

	@Operation(summary = "Beat the integration's own heartbeat")
	@RequestMapping(path = { HeartbeatAccess.BEAT, HeartbeatAccess.BEAT + "/" },
			method = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST, RequestMethod.PUT })
	Beaten beat(@PathVariable String type, @PathVariable String key) {
		IntegrationRef integration = integration(type, key);
		return beat(integration, own(integration));
	}

	@Operation(summary = "Beat one of the integration's heartbeats")
	@RequestMapping(path = { HeartbeatAccess.BEAT + "/{name}", HeartbeatAccess.BEAT + "/{name}/" },
			method = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST, RequestMethod.PUT })
	Beaten beat(@PathVariable String type, @PathVariable String key, @PathVariable String name) {
		return beat(integration(type, key), name);
	}

	private Beaten beat(IntegrationRef integration, String name) {
		if (!this.heartbeats.beat(integration, name, this.clock.instant())) {
			throw new NotFound("Integration %s has no heartbeat %s; it has: %s".formatted(integration.name(),
					Heartbeats.nameOf(name), names(this.heartbeats.of(integration))));
		}
		return new Beaten(Heartbeats.nameOf(name));
	}

	// Never several at once: one job's beat must not hide another's silence.
	private String own(IntegrationRef integration) {
		List<Heartbeat> all = this.heartbeats.of(integration);
		List<Heartbeat> beaten = all.stream().filter((heartbeat) -> heartbeat.spec().match() == null).toList();
		if (beaten.size() == 1) {
			return beaten.getFirst().name();
		}
		return beaten.stream()
			.map(Heartbeat::name)
			.filter((name) -> name.equals(integration.name()))
			.findFirst()
			.orElseThrow(() -> new NotFound(beaten.isEmpty()
					? "Integration %s has no heartbeat to beat; create one with PUT %s/%s".formatted(integration.name(),
							HeartbeatAccess.PATH, integration.name())
					: "Integration %s has several heartbeats; add the name of one to this address: %s"
						.formatted(integration.name(), names(beaten))));
	}

	private static String names(List<Heartbeat> heartbeats) {
		return heartbeats.isEmpty() ? "none"
				: heartbeats.stream().map(Heartbeat::name).collect(Collectors.joining(", "));
	}

	private IntegrationRef integration(String type, String key) {
		return this.integrations.byKey(type, key).orElseThrow(() -> new NotFound("There is nothing here"));
	}

	/**
	 * What beat.
	 */
	record Beaten(String heartbeat) {
	}

}
