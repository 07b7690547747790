package dev.vigie.alertingest.sender.sns;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.TooLarge;

/**
 * What SNS posts: an envelope that is signed, or the published message alone.
 */
sealed interface SnsMessage {

	/**
	 * Twice what SNS lets anybody publish.
	 */
	int LONGEST = 512 * 1024;

	/**
	 * Opens a body. One that says it is raw is never read as an envelope, whatever it
	 * looks like: it proved nothing.
	 */
	static SnsMessage open(Inbound inbound) {
		if (inbound.body().length > LONGEST) {
			throw new TooLarge("The body is larger than 512 KiB, more than SNS sends");
		}
		if ("true".equalsIgnoreCase(inbound.headers().getFirst("x-amz-sns-rawdelivery"))) {
			return Raw.of(inbound);
		}
		if (!inbound.integration().settings(SnsSettings.class).takesRaw()) {
			return new Envelope(JsonBodies.object(inbound.body()));
		}
		try {
			JsonNode body = JsonBodies.object(inbound.body());
			return body.has("Type") ? new Envelope(body) : Raw.of(inbound);
		}
		catch (Invalid _) {
			return Raw.of(inbound);
		}
	}

	/**
	 * The ARN of the topic it was published to, as far as it is known.
	 */
	@Nullable String topic();

	/**
	 * A message without anything around it.
	 */
	record Raw(@Nullable String topic, String message) implements SnsMessage {

		// A body that is replayed has no headers left.
		private static Raw of(Inbound inbound) {
			String topic = inbound.headers().getFirst("x-amz-sns-topic-arn");
			return new Raw(
					(topic != null) ? topic : inbound.integration().settings(SnsSettings.class).topics().getFirst(),
					new String(inbound.body(), StandardCharsets.UTF_8));
		}

	}

	/**
	 * A message with what SNS says about it.
	 */
	record Envelope(JsonNode body) implements SnsMessage {

		private static final List<String> NOTIFICATION = List.of("Message", "MessageId", "Subject", "Timestamp",
				"TopicArn", "Type");

		private static final List<String> CONFIRMATION = List.of("Message", "MessageId", "SubscribeURL", "Timestamp",
				"Token", "TopicArn", "Type");

		String type() {
			return required("Type");
		}

		@Override
		public String topic() {
			return required("TopicArn");
		}

		boolean asksToConfirm() {
			return type().equals("SubscriptionConfirmation");
		}

		String required(String field) {
			String text = text(field);
			if (text == null) {
				throw new Invalid(field, "is required");
			}
			return text;
		}

		@Nullable String text(String field) {
			JsonNode node = this.body.get(field);
			return (node != null && node.isString()) ? node.asString() : null;
		}

		/**
		 * The texts that may be what was signed: of an UnsubscribeConfirmation, AWS's
		 * page and AWS's own checker say different things.
		 */
		List<String> signed() {
			return switch (type()) {
				case "Notification" -> List.of(signed(NOTIFICATION));
				case "UnsubscribeConfirmation" -> List.of(signed(CONFIRMATION),
						signed(CONFIRMATION.stream().filter((field) -> !field.equals("Token")).toList()));
				default -> List.of(signed(CONFIRMATION));
			};
		}

		private String signed(List<String> fields) {
			StringBuilder text = new StringBuilder();
			for (String field : fields) {
				String value = field.equals("Subject") ? text(field) : required(field);
				if (value != null) {
					text.append(field).append('\n').append(value).append('\n');
				}
			}
			return text.toString();
		}

	}

}
