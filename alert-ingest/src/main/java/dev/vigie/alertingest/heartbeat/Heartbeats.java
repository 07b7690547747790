package dev.vigie.alertingest.heartbeat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.heartbeat.HeartbeatSpec.Paused;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * What senders do with the heartbeats of their own integration: above all, beat. They may
 * call a heartbeat anything; {@link #nameOf} says what its document is called.
 */
@Component
public class Heartbeats {

	private static final int LONGEST_NAME = 63;

	private static final Pattern UNUSABLE = Pattern.compile("[^a-z0-9.]+");

	private static final Pattern EDGES = Pattern.compile("^[-.]+|[-.]+$");

	private final HeartbeatTable heartbeats;

	private final Beats beats;

	private final HeartbeatHandling handling;

	Heartbeats(HeartbeatTable heartbeats, Beats beats, HeartbeatHandling handling) {
		this.heartbeats = heartbeats;
		this.beats = beats;
		this.handling = handling;
	}

	/**
	 * Beats. Mostly one update of one row; a beat that ends a lapse tells of its end.
	 * @return whether the integration has a heartbeat of this name
	 */
	public boolean beat(IntegrationRef integration, String name, Instant at) {
		String own = nameOf(name);
		return this.heartbeats.beat(integration.id(), own, at) || this.beats.revive(integration.id(), own, at);
	}

	/**
	 * The integration's heartbeats in the order of their names.
	 */
	public List<Heartbeat> of(IntegrationRef integration) {
		return this.heartbeats.of(integration.id());
	}

	public Optional<Heartbeat> find(IntegrationRef integration, String name) {
		return this.heartbeats.find(nameOf(name))
			.filter((heartbeat) -> heartbeat.integrationId().equals(integration.id()));
	}

	/**
	 * Creates the heartbeat or makes it say what the spec says.
	 * @throws Conflict if it belongs to another integration
	 * @throws Invalid if the spec makes no sense
	 */
	public Heartbeat put(IntegrationRef integration, String name, HeartbeatSpec spec) {
		String own = free(integration, name);
		if (!spec.integration().equals(integration.name())) {
			throw new Invalid("integration", "must be " + integration.name());
		}
		this.handling.apply(new Edit<>(own, spec.check(), null));
		return this.heartbeats.find(own).orElseThrow(() -> new Conflict("stale", "Somebody has just removed it"));
	}

	/**
	 * Takes the heartbeat away, with the lapse it may have.
	 * @return whether there was one
	 */
	public boolean remove(IntegrationRef integration, String name) {
		return find(integration, name).map((heartbeat) -> {
			this.handling.delete(heartbeat.name(), null);
			return true;
		}).orElse(false);
	}

	/**
	 * Pauses the heartbeat.
	 * @param until when it is armed again, null for not before it is enabled
	 */
	public Optional<Heartbeat> disable(IntegrationRef integration, String name, String reason,
			@Nullable Instant until) {
		return find(integration, name)
			.map((heartbeat) -> this.handling.rearm(heartbeat.name(), new Paused(reason, until)));
	}

	/**
	 * Ends the heartbeat's pause and arms it from now on. One that is not paused goes on
	 * as it is.
	 */
	public Optional<Heartbeat> enable(IntegrationRef integration, String name) {
		return find(integration, name).map((heartbeat) -> this.handling.rearm(heartbeat.name(), null));
	}

	/**
	 * The name of the document for what a sender calls its heartbeat.
	 * @throws Invalid if nothing remains of it
	 */
	public static String nameOf(String given) {
		String name = UNUSABLE.matcher(given.toLowerCase(Locale.ROOT)).replaceAll("-");
		name = EDGES.matcher(name).replaceAll("");
		name = EDGES.matcher(name.substring(0, Math.min(name.length(), LONGEST_NAME))).replaceAll("");
		if (name.isEmpty()) {
			throw new Invalid("name", "must have letters or digits");
		}
		return name;
	}

	private String free(IntegrationRef integration, String name) {
		String own = nameOf(name);
		this.heartbeats.find(own)
			.filter((heartbeat) -> !heartbeat.integrationId().equals(integration.id()))
			.ifPresent((heartbeat) -> {
				throw new Conflict("name-taken", "Heartbeat %s belongs to another integration".formatted(own));
			});
		return own;
	}

}
