package dev.vigie.alertingest.sender.alertmanager;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertStatus;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.SenderTimes;
import dev.vigie.shared.problem.Invalid;

/**
 * One alert of an Alertmanager body.
 */
final class AlertReader {

	private static final int LONGEST_FINGERPRINT = 200;

	private final String place;

	private Map<String, String> labels = Map.of();

	private Map<String, String> annotations = Map.of();

	private @Nullable String status;

	private @Nullable String startsAt;

	private @Nullable String endsAt;

	private @Nullable String generatorUrl;

	private @Nullable String fingerprint;

	private AlertReader(String place) {
		this.place = place;
	}

	static AlertReader read(JsonParser parser, JsonTexts texts, String place) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new Invalid(place, "must be an object");
		}
		AlertReader alert = new AlertReader(place);
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String field = parser.currentName();
			parser.nextToken();
			switch (field) {
				case "status" -> alert.status = texts.text(parser);
				case "labels" -> alert.labels = texts.map(parser, place + ".labels");
				case "annotations" -> alert.annotations = texts.map(parser, place + ".annotations");
				case "startsAt" -> alert.startsAt = texts.text(parser);
				case "endsAt" -> alert.endsAt = texts.text(parser);
				case "generatorURL" -> alert.generatorUrl = texts.text(parser);
				case "fingerprint" -> alert.fingerprint = texts.text(parser);
				default -> parser.skipChildren();
			}
		}
		return alert;
	}

	/**
	 * What the alert says.
	 * @param groupStatus the status of the whole body, which counts only for an alert
	 * that has none
	 */
	AlertChange change(@Nullable String groupStatus, Instant receivedAt) {
		Instant end = SenderTimes.read(this.place + ".endsAt", this.endsAt, receivedAt);
		return AlertChange.of(verb(groupStatus, end, receivedAt), identity())
			.labels(this.labels)
			.annotations(this.annotations)
			.startsAt(SenderTimes.read(this.place + ".startsAt", this.startsAt, receivedAt))
			.endsAt(end)
			.generatorUrl(Links.absolute(this.generatorUrl))
			.build();
	}

	private String identity() {
		String given = this.fingerprint;
		return (given == null || given.isBlank() || given.length() > LONGEST_FINGERPRINT) ? Fingerprints.of(this.labels)
				: given;
	}

	private AlertVerb verb(@Nullable String groupStatus, @Nullable Instant end, Instant receivedAt) {
		if (this.status != null && !this.status.isEmpty()) {
			return named(this.place + ".status", this.status);
		}
		// The whole is resolved only if all of the listed alerts are.
		if (groupStatus != null && named("status", groupStatus) == AlertVerb.RESOLVED) {
			return AlertVerb.RESOLVED;
		}
		return (end != null && !end.isAfter(receivedAt)) ? AlertVerb.RESOLVED : AlertVerb.FIRING;
	}

	private static AlertVerb named(String field, String status) {
		return AlertStatus.named(status)
			.map((known) -> (known == AlertStatus.FIRING) ? AlertVerb.FIRING : AlertVerb.RESOLVED)
			.orElseThrow(() -> new Invalid(field, "must be firing or resolved"));
	}

}
