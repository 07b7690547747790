package dev.vigie.gateway.console.integrations;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.integrations.IntegrationsClient.Heartbeat;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;

/**
 * A heartbeat as pages show it.
 *
 * @param due when the next beat has to be there at the latest, while it is awaited
 * @param pausedUntil the end of the pause it is in
 */
record HeartbeatView(String name, String status, String interval, @Nullable Moment last, @Nullable Moment due,
		@Nullable Moment lapsed, @Nullable String pause, @Nullable Moment pausedUntil) {

	private static final String PAUSED = "paused";

	static HeartbeatView of(Heartbeat heartbeat, Times times, Locale locale) {
		boolean awaited = heartbeat.lapsedAt() == null && !PAUSED.equals(heartbeat.status());
		return new HeartbeatView(heartbeat.title(), heartbeat.status(), heartbeat.spec().interval(),
				times.moment(heartbeat.lastBeatAt(), locale), awaited ? times.moment(heartbeat.dueAt(), locale) : null,
				times.moment(heartbeat.lapsedAt(), locale),
				(heartbeat.pause() != null) ? heartbeat.pause().reason() : null,
				(heartbeat.pause() != null) ? times.moment(heartbeat.pause().until(), locale) : null);
	}

}
