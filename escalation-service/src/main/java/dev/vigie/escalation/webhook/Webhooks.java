package dev.vigie.escalation.webhook;

import java.io.IOException;
import java.net.URI;
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

import org.springframework.stereotype.Component;

import dev.vigie.shared.net.GuardedResolver;

/**
 * Posts signed JSON as Standard Webhooks says.
 */
@Component
public class Webhooks {

	private static final int LONGEST_ANSWER = 65_536;

	private final CloseableHttpClient http;

	private final WebhookProperties properties;

	private final InstantSource clock;

	Webhooks(CloseableHttpClient http, WebhookProperties properties, InstantSource clock) {
		this.http = http;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Whether something can be posted there: an http or https address with a host.
	 */
	public static boolean isAddress(@Nullable String url) {
		try {
			URI uri = URI.create((url != null) ? url : "");
			return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
					&& uri.getUserInfo() == null;
		}
		catch (IllegalArgumentException _) {
			return false;
		}
	}

	/**
	 * Makes one attempt. Must not be called inside a transaction.
	 */
	public WebhookAnswer post(WebhookCall call) {
		HttpPost request = request(call);
		CompletableFuture<Void> limit = CompletableFuture.runAsync(request::abort,
				CompletableFuture.delayedExecutor(this.properties.timeout().toMillis(), TimeUnit.MILLISECONDS));
		try (ClassicHttpResponse response = this.http.executeOpen(null, request, null)) {
			return answer(response);
		}
		catch (GuardedResolver.PrivateAddress refused) {
			return new WebhookAnswer.Refused(String.valueOf(refused.getMessage()));
		}
		catch (IOException failure) {
			return new WebhookAnswer.TryLater(Duration.ZERO, failure.toString());
		}
		finally {
			limit.cancel(false);
		}
	}

	private HttpPost request(WebhookCall call) {
		String id = call.id().toString();
		long timestamp = this.clock.instant().getEpochSecond();
		HttpPost request = new HttpPost(call.url());
		request.setHeader("webhook-id", id);
		request.setHeader("webhook-timestamp", timestamp);
		request.setHeader("webhook-signature", WebhookSignature.sign(call.secret(), id, timestamp, call.body()));
		request
			.setEntity(new ByteArrayEntity(call.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
		return request;
	}

	private static WebhookAnswer answer(ClassicHttpResponse response) throws IOException {
		int status = response.getCode();
		if (status >= 200 && status < 300) {
			return new WebhookAnswer.Taken(status, body(response.getEntity()));
		}
		String reason = "The webhook answered " + status;
		if (status == 408 || status == 425 || status == 429 || status >= 500) {
			return new WebhookAnswer.TryLater(retryAfter(response.getFirstHeader("Retry-After")), reason);
		}
		return new WebhookAnswer.Refused(reason);
	}

	private static String body(@Nullable HttpEntity entity) throws IOException {
		return (entity != null) ? new String(entity.getContent().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
				: "";
	}

	private static Duration retryAfter(@Nullable Header header) {
		if (header == null || !header.getValue().matches("\\d{1,6}")) {
			return Duration.ZERO;
		}
		return Duration.ofSeconds(Long.parseLong(header.getValue()));
	}

}
