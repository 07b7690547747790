package dev.vigie.alertingest.heartbeat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;

/**
 * Heartbeats as documents. One that is new, or has another rhythm than before, is armed
 * from now on.
 */
@Component
class HeartbeatKind implements Kind<HeartbeatSpec> {

	private final HeartbeatTable heartbeats;

	private final Lapses lapses;

	private final IntegrationLookup integrations;

	private final InstantSource clock;

	HeartbeatKind(HeartbeatTable heartbeats, Lapses lapses, IntegrationLookup integrations, InstantSource clock) {
		this.heartbeats = heartbeats;
		this.lapses = lapses;
		this.integrations = integrations;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "Heartbeat";
	}

	// What cannot be a name may be nothing that the database takes.
	@Override
	public Optional<Document<HeartbeatSpec>> find(String name) {
		return name.matches(Names.PATTERN) ? this.heartbeats.find(name).map(HeartbeatKind::document) : Optional.empty();
	}

	@Override
	public List<Document<HeartbeatSpec>> after(String name, int limit) {
		return this.heartbeats.after(name, limit).stream().map(HeartbeatKind::document).toList();
	}

	@Override
	public void save(Document<HeartbeatSpec> document) {
		Instant now = this.clock.instant();
		HeartbeatSpec spec = document.spec();
		UUID integration = this.integrations.byName(spec.integration())
			.map(IntegrationRef::id)
			.orElseThrow(() -> new Invalid("integration", "there is no Integration " + spec.integration()));
		Heartbeat before = this.heartbeats.lock(List.of(document.name())).stream().findFirst().orElse(null);
		boolean paused = before == null || !Objects.equals(before.spec().paused(), spec.paused());
		Heartbeat after = new Heartbeat(document.name(), document.version(), spec, integration, null, null, null,
				(before == null || paused) ? spec.paused() : before.pause());
		if (before != null && !paused && before.integrationId().equals(integration)
				&& before.spec().patience().equals(spec.patience())) {
			this.heartbeats.rewrite(after);
			return;
		}
		arm(before, after, "the heartbeat was changed");
	}

	@Override
	public void delete(String name) {
		this.heartbeats.lock(List.of(name)).forEach((heartbeat) -> {
			end(heartbeat, "the heartbeat was removed");
			this.heartbeats.delete(name);
		});
	}

	@Override
	public List<Reference> references(HeartbeatSpec spec) {
		return spec.references();
	}

	/**
	 * Pauses a heartbeat, or arms it anew; its document stays as it is.
	 * @param pause why and until when; null to arm it
	 */
	void rearm(Heartbeat locked, HeartbeatSpec.@Nullable Paused pause) {
		arm(locked, new Heartbeat(locked.name(), locked.version(), locked.spec(), locked.integrationId(), null, null,
				null, pause), (pause != null) ? "paused: " + pause.reason() : "the heartbeat was armed anew");
	}

	private void arm(@Nullable Heartbeat before, Heartbeat after, String why) {
		if (before != null) {
			end(before, why);
		}
		this.heartbeats.arm(after, this.clock.instant());
	}

	private void end(Heartbeat locked, String why) {
		if (locked.isLapsed()) {
			this.lapses.end(List.of(locked), this.clock.instant(), why);
		}
	}

	private static Document<HeartbeatSpec> document(Heartbeat heartbeat) {
		return new Document<>(heartbeat.name(), heartbeat.version(), heartbeat.spec());
	}

}
