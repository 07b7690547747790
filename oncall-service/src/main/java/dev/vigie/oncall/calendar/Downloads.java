package dev.vigie.oncall.calendar;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.shared.net.GuardedResolver;

/**
 * Fetches calendars. Reasons never hold the address: whoever has it can read the
 * calendar.
 */
@Component
class Downloads {

	private static final int MOST_STEPS = 5;

	private final CloseableHttpClient http;

	private final CalendarProperties properties;

	Downloads(CloseableHttpClient http, CalendarProperties properties) {
		this.http = http;
		this.properties = properties;
	}

	/**
	 * Fetches, unless it says the same as last time.
	 */
	Answer fetch(URI address, @Nullable String etag, @Nullable String lastModified) {
		HttpGet[] running = new HttpGet[1];
		boolean[] late = new boolean[1];
		CompletableFuture<Void> limit = CompletableFuture.runAsync(() -> {
			late[0] = true;
			running[0].abort();
		}, CompletableFuture.delayedExecutor(this.properties.timeout().toMillis(), TimeUnit.MILLISECONDS));
		try {
			return follow(address, etag, lastModified, running);
		}
		catch (IOException failure) {
			return new Answer.Failed(late[0] ? "It took too long" : reason(failure));
		}
		finally {
			limit.cancel(false);
		}
	}

	private Answer follow(URI address, @Nullable String etag, @Nullable String lastModified, HttpGet[] running)
			throws IOException {
		URI next = address;
		for (int step = 0; step < MOST_STEPS; step++) {
			HttpGet request = request(next, etag, lastModified);
			running[0] = request;
			try (ClassicHttpResponse response = this.http.executeOpen(null, request, null)) {
				String location = text(response, "Location");
				if (response.getCode() < 300 || response.getCode() >= 400 || response.getCode() == 304
						|| location == null) {
					return answer(response);
				}
				URI target = CalendarAddress.of(next.resolve(location).toString()).orElse(null);
				if (target == null || (next.getScheme().equals("https") && !target.getScheme().equals("https"))) {
					return new Answer.Failed("It leads on to an address that must not be followed");
				}
				next = target;
			}
			catch (IllegalArgumentException _) {
				return new Answer.Failed("It leads on to something that is no address");
			}
		}
		return new Answer.Failed("It leads on and on");
	}

	private static HttpGet request(URI address, @Nullable String etag, @Nullable String lastModified) {
		HttpGet request = new HttpGet(address);
		request.setHeader("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1");
		if (etag != null) {
			request.setHeader("If-None-Match", etag);
		}
		if (lastModified != null) {
			request.setHeader("If-Modified-Since", lastModified);
		}
		return request;
	}

	private Answer answer(ClassicHttpResponse response) throws IOException {
		if (response.getCode() == 304) {
			return new Answer.Same();
		}
		HttpEntity entity = response.getEntity();
		if (response.getCode() != 200 || entity == null) {
			return new Answer.Failed("Its server answered " + response.getCode());
		}
		int largest = Math.toIntExact(this.properties.largest().toBytes());
		byte[] body = entity.getContent().readNBytes(largest + 1);
		if (body.length > largest) {
			return new Answer.Failed("It is larger than " + this.properties.largest().toMegabytes() + " MB");
		}
		return new Answer.Text(new String(body, charset(entity)), text(response, "ETag"),
				text(response, "Last-Modified"));
	}

	private static Charset charset(HttpEntity entity) {
		try {
			ContentType type = ContentType.parseLenient(entity.getContentType());
			return (type != null && type.getCharset() != null) ? type.getCharset() : StandardCharsets.UTF_8;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
			return StandardCharsets.UTF_8;
		}
	}

	private static @Nullable String text(ClassicHttpResponse response, String name) {
		Header header = response.getFirstHeader(name);
		return (header != null) ? header.getValue() : null;
	}

	private static String reason(IOException failure) {
		return switch (failure) {
			case GuardedResolver.PrivateAddress refused -> String.valueOf(refused.getMessage());
			case UnknownHostException _ -> "The name of its server is not known";
			case SocketTimeoutException _ -> "Its server did not answer in time";
			case SSLException _ -> "No trustworthy connection to its server could be made";
			default -> "Its server cannot be reached";
		};
	}

}
