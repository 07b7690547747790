package dev.vigie.alertingest.heartbeat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.Muting;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.matcher.LabelMatcher;
import dev.vigie.alertingest.matcher.Matchers;

/**
 * Alerts that are beats, Alertmanager's Watchdog above all, are never told of; each time
 * they are heard their heartbeat beats.
 */
@Component
class HeartbeatMuting implements Muting {

	private final HeartbeatTable heartbeats;

	private final ObjectProvider<Beats> beats;

	HeartbeatMuting(HeartbeatTable heartbeats, ObjectProvider<Beats> beats) {
		this.heartbeats = heartbeats;
		this.beats = beats;
	}

	@Override
	public Rules read() {
		List<Ear> ears = this.heartbeats.matching()
			.stream()
			.map((heartbeat) -> new Ear(heartbeat, Matchers.of(match(heartbeat))))
			.toList();
		return (now) -> new Listening(ears, now);
	}

	private static List<LabelMatcher> match(Heartbeat heartbeat) {
		return (heartbeat.spec().match() != null) ? heartbeat.spec().match() : List.of();
	}

	/**
	 * The heartbeats of one transaction and what it heard of them.
	 */
	private final class Listening implements Session {

		private final List<Ear> ears;

		private final Instant now;

		private final TreeSet<String> heard = new TreeSet<>();

		private Listening(List<Ear> ears, Instant now) {
			this.ears = ears;
			this.now = now;
		}

		@Override
		public @Nullable String reason(IntegrationRef integration, Map<String, String> labels) {
			return hearing(integration, labels).findFirst().map(Ear::reason).orElse(null);
		}

		@Override
		public Collection<String> lasting() {
			return this.ears.stream().map(Ear::reason).toList();
		}

		@Override
		public void heard(IntegrationRef integration, Map<String, String> labels) {
			hearing(integration, labels).forEach((ear) -> this.heard.add(ear.heartbeat().name()));
		}

		@Override
		public void finish() {
			if (!this.heard.isEmpty()) {
				HeartbeatMuting.this.beats.getObject().beat(this.heard, this.now);
			}
		}

		private Stream<Ear> hearing(IntegrationRef integration, Map<String, String> labels) {
			if (this.ears.isEmpty() || Lapses.isLapse(labels)) {
				return Stream.empty();
			}
			return this.ears.stream().filter((ear) -> ear.hears(integration, labels));
		}

	}

	private record Ear(Heartbeat heartbeat, Matchers matchers) {

		boolean hears(IntegrationRef integration, Map<String, String> labels) {
			return this.heartbeat.integrationId().equals(integration.id()) && this.matchers.match(labels);
		}

		String reason() {
			return "heartbeat:" + this.heartbeat.name();
		}

	}

}
