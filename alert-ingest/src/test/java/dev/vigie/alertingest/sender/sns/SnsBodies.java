package dev.vigie.alertingest.sender.sns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.sender.sns.SnsSettings.InsufficientData;

/**
 * Bodies of SNS, and settings that take them.
 */
final class SnsBodies {

	static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:incidents";

	static final JsonMapper json = JsonMapper.builder().build();

	private SnsBodies() {
	}

	static SnsSettings settings() {
		return new SnsSettings(List.of(TOPIC), null, null);
	}

	static SnsSettings settings(InsufficientData insufficient) {
		return new SnsSettings(List.of(TOPIC), null, insufficient);
	}

	static SnsSettings raw() {
		return new SnsSettings(List.of(TOPIC), true, null);
	}

	static Map<String, String> headers(String type) {
		return Map.of("x-amz-sns-message-type", type, "x-amz-sns-topic-arn", TOPIC, "Content-Type",
				"text/plain; charset=UTF-8");
	}

	static Map<String, String> rawHeaders() {
		return Map.of("x-amz-sns-message-type", "Notification", "x-amz-sns-topic-arn", TOPIC, "x-amz-sns-rawdelivery",
				"true");
	}

	/**
	 * A fixture of which some fields say something else; null takes one out.
	 */
	static byte[] changed(String fixture, String field, @Nullable String value) {
		ObjectNode body = (ObjectNode) json.readTree(Fixtures.bytes(fixture));
		if (value == null) {
			body.remove(field);
		}
		else {
			body.put(field, value);
		}
		return json.writeValueAsBytes(body);
	}

	/**
	 * The message that a fixture carries.
	 */
	static String message(String fixture) {
		return json.readTree(Fixtures.bytes(fixture)).get("Message").asString();
	}

	/**
	 * An envelope around a message; only its reading matters.
	 */
	static byte[] notification(@Nullable String subject, String message) {
		ObjectNode body = json.createObjectNode()
			.put("Type", "Notification")
			.put("TopicArn", TOPIC)
			.put("MessageId", "1")
			.put("Message", message)
			.put("Timestamp", "2026-11-21T08:59:00.000Z");
		if (subject != null) {
			body.put("Subject", subject);
		}
		return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
	}

}
