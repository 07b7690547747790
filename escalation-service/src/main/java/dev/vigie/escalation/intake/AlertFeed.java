package dev.vigie.escalation.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import dev.vigie.escalation.incident.AlertRemark;
import dev.vigie.escalation.incident.AlertRemarks;
import dev.vigie.escalation.incident.AlertSender;
import dev.vigie.escalation.incident.ComingAlert;
import dev.vigie.escalation.incident.IncidentAlerts;
import dev.vigie.escalation.incident.ReportedAlert;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * Puts the events of alert-ingest into our words.
 */
@Component
class AlertFeed implements FeedHandler {

	private static final String ALERT = "dev.vigie.alert.";

	private static final String FIRED = ALERT + "fired";

	private static final String UPDATED = ALERT + "updated";

	private static final String TRUNCATED = "dev.vigie.group.truncated";

	private final JsonMapper json;

	private final IncidentAlerts incidents;

	private final AlertRemarks remarks;

	private final SilenceEvents silences;

	AlertFeed(JsonMapper json, IncidentAlerts incidents, AlertRemarks remarks, SilenceEvents silences) {
		this.json = json;
		this.incidents = incidents;
		this.remarks = remarks;
		this.silences = silences;
	}

	@Override
	public String feed() {
		return "alert-ingest";
	}

	@Override
	public void apply(FeedEvent event) {
		applyAll(List.of(event));
	}

	@Override
	public void applyAll(List<FeedEvent> events) {
		List<Told> told = events.stream()
			.filter((event) -> event.type().startsWith(ALERT) || event.type().equals(TRUNCATED))
			.map((event) -> new Told(event, this.json.treeToValue(event.data(), Data.class)))
			.toList();
		if (!told.isEmpty()) {
			this.incidents.expect(told.stream().map(Told::coming).toList());
			told.forEach(this::take);
		}
		events.forEach(this.silences::hear); // nobody's incident
	}

	private void take(Told told) {
		FeedEvent event = told.event();
		Data data = told.data();
		AlertSender sender = data.sender();
		switch (event.type()) {
			case FIRED -> this.incidents.fired(sender, data.known().report(), data.known().at(event));
			case UPDATED -> this.incidents.updated(sender, data.known().report(), data.known().at(event));
			case "dev.vigie.alert.resolved" ->
				this.incidents.resolved(sender, data.known().report(), data.known().at(event));
			case "dev.vigie.alert.acknowledged" -> this.remarks.acknowledged(sender, data.remark(event));
			case "dev.vigie.alert.unacknowledged" -> this.remarks.unacknowledged(sender, data.remark(event));
			case "dev.vigie.alert.snoozed" -> this.remarks.snoozed(sender, data.remark(event));
			case "dev.vigie.alert.noted" -> this.remarks.noted(sender, data.remark(event));
			case TRUNCATED -> this.incidents.hidden(sender, event.time());
			default -> {
				// a newer alert-ingest may tell what we do not care about yet
			}
		}
	}

	/**
	 * An event and what it says.
	 */
	record Told(FeedEvent event, Data data) {

		ComingAlert coming() {
			Alert alert = this.data.alert();
			return new ComingAlert(this.data.sender(), (alert != null) ? alert.report() : null,
					this.event.type().equals(FIRED) || this.event.type().equals(UPDATED),
					(alert != null) ? alert.at(this.event) : this.event.time());
		}

	}

	record Data(@Nullable Alert alert, Integration integration, Group group, @Nullable Word word) {

		Alert known() {
			Assert.state(this.alert != null, "The event has no alert");
			return this.alert;
		}

		AlertRemark remark(FeedEvent event) {
			Word said = (this.word != null) ? this.word : new Word(null, null, null);
			return new AlertRemark(known().report(), said.by(), said.text(), said.until(), known().at(event));
		}

		AlertSender sender() {
			return new AlertSender(this.integration.name(), this.integration.team(), orEmpty(this.group.labels()),
					Math.max(0, this.group.hidden()));
		}

	}

	record Alert(String fingerprint, @Nullable Map<String, String> labels, @Nullable Map<String, String> annotations,
			Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl, @Nullable Instant receivedAt,
			@Nullable String endReason) {

		ReportedAlert report() {
			return new ReportedAlert(this.fingerprint, orEmpty(this.labels), orEmpty(this.annotations),
					this.startsAt.truncatedTo(ChronoUnit.MICROS), this.endsAt, this.generatorUrl, this.endReason);
		}

		Instant at(FeedEvent event) {
			return (this.receivedAt != null) ? this.receivedAt : event.time();
		}

	}

	record Word(@Nullable String by, @Nullable String text, @Nullable Instant until) {
	}

	record Integration(String name, @Nullable String team) {
	}

	record Group(@Nullable Map<String, String> labels, int hidden) {
	}

	private static Map<String, String> orEmpty(@Nullable Map<String, String> texts) {
		return (texts != null) ? texts : Map.of();
	}

}
