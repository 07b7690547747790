package dev.vigie.escalation.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

import org.springframework.stereotype.Component;

/**
 * Posts signed JSON as Standard Webhooks says.
 */
@Component
class WebhookSender implements Sender {

	private static final int LONGEST_ANSWER = 4096;

	private final JsonMapper json = JsonMapper.builder().build();

	private final CloseableHttpClient http;

	private final Channels channels;

	private final WebhookProperties properties;

	private final InstantSource clock;

	WebhookSender(CloseableHttpClient http, Channels channels, WebhookProperties properties, InstantSource clock) {
		this.http = http;
		this.channels = channels;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public ChannelType type() {
		return ChannelType.WEBHOOK;
	}

	@Override
	public Delivery send(Outgoing message) {
		Channel channel = (message.to().channel() == null) ? null
				: this.channels.findById(message.to().channel()).orElse(null);
		if (channel == null || channel.secret() == null) {
			return new Delivery.Refused("The channel is no longer configured");
		}
		HttpPost request = request(message, channel.secret());
		CompletableFuture<Void> limit = CompletableFuture.runAsync(request::abort,
				CompletableFuture.delayedExecutor(this.properties.timeout().toMillis(), TimeUnit.MILLISECONDS));
		try (ClassicHttpResponse response = this.http.executeOpen(null, request, null)) {
			return outcome(response);
		}
		catch (GuardedResolver.PrivateAddress refused) {
			return new Delivery.Refused(Lines.single(String.valueOf(refused.getMessage())));
		}
		catch (IOException failure) {
			return new Delivery.TryLater(Duration.ZERO, Lines.single(failure.toString()));
		}
		finally {
			limit.cancel(false);
		}
	}

	private HttpPost request(Outgoing message, String secret) {
		String id = message.id().toString();
		long timestamp = this.clock.instant().getEpochSecond();
		HttpPost request = new HttpPost(message.to().address());
		request.setHeader("webhook-id", id);
		request.setHeader("webhook-timestamp", timestamp);
		request.setHeader("webhook-signature", WebhookSignature.sign(secret, id, timestamp, message.payload()));
		request.setEntity(
				new ByteArrayEntity(message.payload().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
		return request;
	}

	private Delivery outcome(ClassicHttpResponse response) throws IOException {
		int status = response.getCode();
		String reason = "The webhook answered " + status;
		if (status >= 200 && status < 300) {
			String refusal = refusal(response.getEntity());
			return (refusal == null) ? new Delivery.Delivered() : new Delivery.Refused(reason + " and " + refusal);
		}
		if (status == 408 || status == 425 || status == 429 || status >= 500) {
			return new Delivery.TryLater(retryAfter(response.getFirstHeader("Retry-After")), reason);
		}
		return new Delivery.Refused(reason);
	}

	/**
	 * What a chat's API says when it takes nothing: it answers 200 all the same.
	 */
	private @Nullable String refusal(@Nullable HttpEntity entity) throws IOException {
		if (entity == null) {
			return null;
		}
		try {
			JsonNode answer = this.json.readTree(entity.getContent().readNBytes(LONGEST_ANSWER));
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

	private static Duration retryAfter(@Nullable Header header) {
		if (header == null || !header.getValue().matches("\\d{1,6}")) {
			return Duration.ZERO;
		}
		return Duration.ofSeconds(Long.parseLong(header.getValue()));
	}

}
