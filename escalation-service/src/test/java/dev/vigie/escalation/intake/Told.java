package dev.vigie.escalation.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.testsupport.SettableClock;

/**
 * Events as alert-ingest tells them.
 */
record Told(String type, String fingerprint, Map<String, String> labels, Map<String, String> annotations,
		Map<String, String> group, int hidden, Instant startsAt, Instant receivedAt, Map<String, Object> word,
		String endReason, String integration) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Told fired(String fingerprint) {
		return new Told("dev.vigie.alert.fired", fingerprint, Map.of("alertname", "Down", "instance", fingerprint),
				Map.of(), Map.of("alertname", "Down"), 0, SettableClock.START, SettableClock.START, Map.of(), "",
				"prometheus");
	}

	static Told resolved(String fingerprint) {
		return fired(fingerprint).as("dev.vigie.alert.resolved");
	}

	Told as(String type) {
		return new Told(type, this.fingerprint, this.labels, this.annotations, this.group, this.hidden, this.startsAt,
				this.receivedAt, this.word, this.endReason, this.integration);
	}

	Told label(String name, String value) {
		Map<String, String> labels = new TreeMap<>(this.labels);
		labels.put(name, value);
		return new Told(this.type, this.fingerprint, labels, this.annotations, this.group, this.hidden, this.startsAt,
				this.receivedAt, this.word, this.endReason, this.integration);
	}

	Told summary(String summary) {
		return new Told(this.type, this.fingerprint, this.labels, Map.of("summary", summary), this.group, this.hidden,
				this.startsAt, this.receivedAt, this.word, this.endReason, this.integration);
	}

	Told group(Map<String, String> group) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, group, this.hidden, this.startsAt,
				this.receivedAt, this.word, this.endReason, this.integration);
	}

	Told hidden(int hidden) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, this.group, hidden, this.startsAt,
				this.receivedAt, this.word, this.endReason, this.integration);
	}

	Told startingAt(Instant startsAt) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, this.group, this.hidden, startsAt,
				this.receivedAt, this.word, this.endReason, this.integration);
	}

	Told receivedAt(Instant receivedAt) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, this.group, this.hidden,
				this.startsAt, receivedAt, this.word, this.endReason, this.integration);
	}

	Told word(Map<String, Object> word) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, this.group, this.hidden,
				this.startsAt, this.receivedAt, word, this.endReason, this.integration);
	}

	Told from(String integration) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, this.group, this.hidden,
				this.startsAt, this.receivedAt, this.word, this.endReason, integration);
	}

	Told because(String endReason) {
		return new Told(this.type, this.fingerprint, this.labels, this.annotations, this.group, this.hidden,
				this.startsAt, this.receivedAt, this.word, endReason, this.integration);
	}

	FeedEvent event() {
		Map<String, Object> alert = new LinkedHashMap<>();
		alert.put("id", "00000000-0000-0000-0000-000000000001");
		alert.put("fingerprint", this.fingerprint);
		alert.put("status", this.type.endsWith("resolved") ? "resolved" : "firing");
		alert.put("labels", this.labels);
		alert.put("annotations", this.annotations);
		alert.put("startsAt", this.startsAt);
		alert.put("endsAt", this.type.endsWith("resolved") ? this.receivedAt : null);
		alert.put("generatorUrl", "http://prometheus.example/graph");
		alert.put("receivedAt", this.receivedAt);
		if (!this.endReason.isEmpty()) {
			alert.put("endReason", this.endReason);
		}
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("alert", this.type.endsWith("truncated") ? null : alert);
		data.put("integration", Map.of("name", this.integration, "type", "alertmanager"));
		data.put("group", Map.of("key", "{}:" + this.group, "labels", this.group, "hidden", this.hidden));
		if (!this.word.isEmpty()) {
			data.put("word", this.word);
		}
		return new FeedEvent("1.0", "1", this.type, "/alert-ingest", this.integration + "/g", this.receivedAt,
				"application/json", JSON.valueToTree(data));
	}

}
