package dev.vigie.alertingest.sender;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertStatus;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.shared.problem.Invalid;

/**
 * One alert of a list, as Alertmanager and those that speak like it write it.
 */
public final class ListedAlert {

	private static final int LONGEST_FINGERPRINT = 200;

	private final String place;

	private Map<String, String> labels = Map.of();

	private Map<String, String> annotations = Map.of();

	private @Nullable String status;

	private @Nullable String startsAt;

	private @Nullable String endsAt;

	private @Nullable String generatorUrl;

	private @Nullable String fingerprint;

	private final Map<String, String> others = new HashMap<>();

	private ListedAlert(String place) {
		this.place = place;
	}

	/**
	 * Reads an alert; the parser stands on its first token.
	 * @param wanted the members to keep besides the usual ones
	 */
	public static ListedAlert read(JsonParser parser, JsonTexts texts, String place, Set<String> wanted) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new Invalid(place, "must be an object");
		}
		ListedAlert alert = new ListedAlert(place);
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
				case String other when wanted.contains(other) -> alert.keep(other, texts.text(parser));
				default -> parser.skipChildren();
			}
		}
		return alert;
	}

	private void keep(String field, @Nullable String text) {
		if (text != null) {
			this.others.put(field, text);
		}
	}

	public Map<String, String> labels() {
		return this.labels;
	}

	public Map<String, String> annotations() {
		return this.annotations;
	}

	/**
	 * What one of the members asked for said, null if it was not there.
	 */
	public @Nullable String other(String field) {
		return this.others.get(field);
	}

	/**
	 * The fingerprint as it was given, or else that of the labels.
	 */
	public String identity() {
		String given = this.fingerprint;
		return (given == null || given.isBlank() || given.length() > LONGEST_FINGERPRINT) ? Fingerprints.of(this.labels)
				: given;
	}

	/**
	 * When it ended, null if that cannot be.
	 */
	public @Nullable Instant end(Instant receivedAt) {
		return SenderTimes.read(this.place + ".endsAt", this.endsAt, receivedAt);
	}

	/**
	 * What the alert says.
	 * @param groupStatus the status of the whole body, which counts only for an alert
	 * that has none
	 */
	public AlertChange.Builder change(@Nullable String groupStatus, Instant receivedAt) {
		return change(verb(groupStatus, receivedAt), identity(), receivedAt);
	}

	/**
	 * What the alert says, if its status and identity are known otherwise.
	 */
	public AlertChange.Builder change(AlertVerb verb, String identity, Instant receivedAt) {
		return AlertChange.of(verb, identity)
			.labels(this.labels)
			.annotations(this.annotations)
			.startsAt(SenderTimes.read(this.place + ".startsAt", this.startsAt, receivedAt))
			.endsAt(end(receivedAt))
			.generatorUrl(Links.absolute(this.generatorUrl));
	}

	/**
	 * What became of it.
	 * @param groupStatus the status of the whole body
	 */
	public AlertVerb verb(@Nullable String groupStatus, Instant receivedAt) {
		if (this.status != null && !this.status.isEmpty()) {
			return named(this.place + ".status", this.status);
		}
		// The whole is resolved only if all of the listed alerts are.
		if (groupStatus != null && named("status", groupStatus) == AlertVerb.RESOLVED) {
			return AlertVerb.RESOLVED;
		}
		Instant end = end(receivedAt);
		return (end != null && !end.isAfter(receivedAt)) ? AlertVerb.RESOLVED : AlertVerb.FIRING;
	}

	private static AlertVerb named(String field, String status) {
		return AlertStatus.named(status)
			.map((known) -> (known == AlertStatus.FIRING) ? AlertVerb.FIRING : AlertVerb.RESOLVED)
			.orElseThrow(() -> new Invalid(field, "must be firing or resolved"));
	}

}
