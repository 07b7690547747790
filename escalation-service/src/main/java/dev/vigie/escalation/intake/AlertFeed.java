package dev.vigie.escalation.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import dev.vigie.escalation.incident.AlertSender;
import dev.vigie.escalation.incident.IncidentAlerts;
import dev.vigie.escalation.incident.ReportedAlert;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * Puts the events of alert-ingest into our words.
 */
@Component
class AlertFeed implements FeedHandler {

	private final JsonMapper json;

	private final IncidentAlerts incidents;

	AlertFeed(JsonMapper json, IncidentAlerts incidents) {
		this.json = json;
		this.incidents = incidents;
	}

	@Override
	public String feed() {
		return "alert-ingest";
	}

	@Override
	public void apply(FeedEvent event) {
		Data data = this.json.treeToValue(event.data(), Data.class);
		AlertSender sender = data.sender();
		switch (event.type()) {
			case "dev.vigie.alert.fired" -> this.incidents.fired(sender, data.known().report(), data.known().at(event));
			case "dev.vigie.alert.updated" ->
				this.incidents.updated(sender, data.known().report(), data.known().at(event));
			case "dev.vigie.alert.resolved" ->
				this.incidents.resolved(sender, data.known().report(), data.known().at(event));
			case "dev.vigie.group.truncated" -> this.incidents.hidden(sender, event.time());
			default -> {
				// a newer alert-ingest may tell what we do not care about yet
			}
		}
	}

	record Data(@Nullable Alert alert, Integration integration, Group group) {

		Alert known() {
			Assert.state(this.alert != null, "The event has no alert");
			return this.alert;
		}

		AlertSender sender() {
			return new AlertSender(this.integration.name(), this.integration.team(), orEmpty(this.group.labels()),
					Math.max(0, this.group.hidden()));
		}

	}

	record Alert(String fingerprint, @Nullable Map<String, String> labels, @Nullable Map<String, String> annotations,
			Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl, @Nullable Instant receivedAt) {

		ReportedAlert report() {
			return new ReportedAlert(this.fingerprint, orEmpty(this.labels), orEmpty(this.annotations),
					this.startsAt.truncatedTo(ChronoUnit.MICROS), this.endsAt, this.generatorUrl);
		}

		Instant at(FeedEvent event) {
			return (this.receivedAt != null) ? this.receivedAt : event.time();
		}

	}

	record Integration(String name, @Nullable String team) {
	}

	record Group(@Nullable Map<String, String> labels, int hidden) {
	}

	private static Map<String, String> orEmpty(@Nullable Map<String, String> texts) {
		return (texts != null) ? texts : Map.of();
	}

}
