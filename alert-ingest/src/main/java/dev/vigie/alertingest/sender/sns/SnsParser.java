package dev.vigie.alertingest.sender.sns;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.alertingest.sender.sns.SnsMessage.Envelope;
import dev.vigie.alertingest.sender.sns.SnsMessage.Raw;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads what SNS delivers from the topics an operator listed, and confirms its
 * subscriptions.
 */
@Component
class SnsParser implements SenderParser {

	private final SnsProof proof;

	private final Subscriptions subscriptions;

	SnsParser(SnsProof proof, Subscriptions subscriptions) {
		this.proof = proof;
		this.subscriptions = subscriptions;
	}

	@Override
	public String type() {
		return "sns";
	}

	@Override
	public Set<String> aliases() {
		return Set.of("amazon_sns");
	}

	@Override
	public Class<?> settings() {
		return SnsSettings.class;
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		String protocol = address.url().startsWith("https:") ? "https" : "http";
		return List.of(
				new Setup("AWS: subscribe each topic listed in the settings; it is confirmed by itself", "shell", """
						aws sns subscribe --topic-arn "$TOPIC_ARN" --protocol %s --notification-endpoint '%s'
						""".formatted(protocol, address.url())),
				new Setup("AWS: let the topic sign with SHA-256", "shell", """
						aws sns set-topic-attributes --topic-arn "$TOPIC_ARN" \\
						  --attribute-name SignatureVersion --attribute-value 2
						"""));
	}

	@Override
	public void verify(Inbound inbound) {
		this.proof.check(SnsMessage.open(inbound), inbound);
	}

	@Override
	public boolean readsHeader(String name) {
		return List.of("x-amz-sns-rawdelivery", "x-amz-sns-topic-arn").contains(name);
	}

	@Override
	public Reading read(Inbound inbound) {
		return switch (SnsMessage.open(inbound)) {
			case Raw raw -> read(inbound, new Published(String.valueOf(raw.topic()), null, raw.message(), null));
			case Envelope envelope -> read(inbound, envelope);
		};
	}

	private static Reading read(Inbound inbound, Envelope envelope) {
		return switch (envelope.type()) {
			case "Notification" -> read(inbound, new Published(envelope.topic(), envelope.text("Subject"),
					envelope.required("Message"), envelope.text("Timestamp")));
			case "SubscriptionConfirmation" ->
				Reading.nothing("SNS asks to confirm the subscription to " + clean(envelope.topic()));
			case "UnsubscribeConfirmation" ->
				Reading.nothing("The subscription to %s was ended".formatted(clean(envelope.topic())));
			default ->
				throw new Invalid("Type", "must be Notification, SubscriptionConfirmation or UnsubscribeConfirmation");
		};
	}

	private static Reading read(Inbound inbound, Published published) {
		return new MessageReader(inbound, published).read();
	}

	private static String clean(String text) {
		return new JsonTexts().clean(text);
	}

	/**
	 * Confirms a subscription; it was proven, and its topic is on the operator's list.
	 */
	@Override
	public @Nullable String accepted(Inbound inbound, Reading reading) {
		if (SnsMessage.open(inbound) instanceof Envelope envelope && envelope.asksToConfirm()) {
			return AmazonAddresses.confirmation(envelope.text("SubscribeURL"))
				.map((address) -> this.subscriptions.confirm(inbound.integration(), envelope.topic(), address))
				.orElse(null);
		}
		return null;
	}

	/**
	 * What was published.
	 *
	 * @param at when, as SNS says; null for a raw delivery
	 */
	record Published(String topic, @Nullable String subject, String message, @Nullable String at) {

		/**
		 * A field of the topic's ARN: arn, partition, sns, region, account, name.
		 */
		String arn(int field) {
			String[] fields = this.topic.split(":", -1);
			return (field < fields.length) ? fields[field] : "";
		}

	}

}
