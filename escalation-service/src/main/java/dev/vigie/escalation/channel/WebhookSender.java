package dev.vigie.escalation.channel;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.webhook.WebhookAnswer;
import dev.vigie.escalation.webhook.WebhookCall;
import dev.vigie.escalation.webhook.Webhooks;

/**
 * Posts to the webhooks of channels.
 */
@Component
class WebhookSender implements Sender {

	private final JsonMapper json = JsonMapper.builder().build();

	private final Webhooks webhooks;

	private final Channels channels;

	WebhookSender(Webhooks webhooks, Channels channels) {
		this.webhooks = webhooks;
		this.channels = channels;
	}

	@Override
	public ChannelType type() {
		return ChannelType.WEBHOOK;
	}

	@Override
	public boolean takesAddresses() {
		return false;
	}

	@Override
	public Delivery send(Outgoing message) {
		Channel channel = (message.to().channel() == null) ? null
				: this.channels.findById(message.to().channel()).orElse(null);
		if (channel == null || channel.secret() == null) {
			return new Delivery.Refused("The channel is no longer configured");
		}
		WebhookCall call = new WebhookCall(message.id(), message.to().address(), channel.secret(), message.payload());
		return switch (this.webhooks.post(call)) {
			case WebhookAnswer.Taken(int status, String body) -> {
				String refusal = refusal(body);
				yield (refusal == null) ? new Delivery.Delivered()
						: new Delivery.Refused("The webhook answered " + status + " and " + refusal);
			}
			case WebhookAnswer.Refused(String reason) -> new Delivery.Refused(Lines.single(reason));
			case WebhookAnswer.TryLater(Duration after, String reason) ->
				new Delivery.TryLater(after, Lines.single(reason));
		};
	}

	/**
	 * What a chat's API says when it takes nothing: it answers 200 all the same.
	 */
	private @Nullable String refusal(String body) {
		try {
			JsonNode answer = this.json.readTree(body);
			if (!BooleanNode.FALSE.equals(answer.get("ok"))) {
				return null;
			}
			String error = answer.path("error").asString(answer.path("description").asString("no reason"));
			return Lines.single("ok false: " + error);
		}
		catch (JacksonException _) {
			return null;
		}
	}

}
