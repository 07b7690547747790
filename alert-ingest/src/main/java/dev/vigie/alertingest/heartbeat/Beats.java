package dev.vigie.alertingest.heartbeat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Beats that may end a lapse.
 */
@Component
class Beats {

	private final HeartbeatTable heartbeats;

	private final Lapses lapses;

	Beats(HeartbeatTable heartbeats, Lapses lapses) {
		this.heartbeats = heartbeats;
		this.lapses = lapses;
	}

	/**
	 * Beats those of the names that belong to the integration.
	 * @return whether there was any
	 */
	@Transactional
	public boolean revive(UUID integration, String name, Instant at) {
		List<Heartbeat> locked = this.heartbeats.lock(List.of(name))
			.stream()
			.filter((heartbeat) -> heartbeat.integrationId().equals(integration))
			.toList();
		take(locked, at);
		return !locked.isEmpty();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void beat(Collection<String> names, Instant at) {
		take(this.heartbeats.lock(names), at);
	}

	private void take(List<Heartbeat> locked, Instant at) {
		if (locked.isEmpty()) {
			return;
		}
		this.heartbeats.beat(locked.stream().map(Heartbeat::name).toList(), at);
		List<Heartbeat> lapsed = locked.stream().filter(Heartbeat::isLapsed).toList();
		if (!lapsed.isEmpty()) {
			this.lapses.end(lapsed, at, null);
		}
	}

}
