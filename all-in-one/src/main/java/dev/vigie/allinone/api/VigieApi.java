package dev.vigie.allinone.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.vigie.allinone.CommandFailure;

/**
 * Talks to the gateway with one token.
 */
public final class VigieApi {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final String url;

	private final String token;

	public VigieApi(String url, String token) {
		this.url = url.replaceFirst("/+$", "");
		this.token = token;
	}

	public Answer get(String path) {
		return send("GET", path, null, null);
	}

	public Answer post(String path, @Nullable JsonNode body) {
		return send("POST", path, body, null);
	}

	/**
	 * Puts, only over the given version when there is one.
	 */
	public Answer put(String path, JsonNode body, @Nullable Integer over) {
		return send("PUT", path, body, over);
	}

	public Answer delete(String path) {
		return send("DELETE", path, null, null);
	}

	/**
	 * All items of a list, page after page.
	 */
	public List<JsonNode> all(String path) {
		List<JsonNode> items = new ArrayList<>();
		@Nullable String next = "";
		while (next != null) {
			String after = next.isEmpty() ? "" : "?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
			Answer answer = get(path + after).orRefuse();
			items.addAll(answer.body().path("items").values());
			next = answer.body().path("next").asStringOpt().filter((cursor) -> !cursor.isEmpty()).orElse(null);
		}
		return items;
	}

	private Answer send(String method, String path, @Nullable JsonNode body, @Nullable Integer over) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(Duration.ofSeconds(30))
			.header("Accept", "application/json")
			.header("Authorization", "Bearer " + this.token)
			.method(method, (body == null) ? HttpRequest.BodyPublishers.noBody()
					: HttpRequest.BodyPublishers.ofString(body.toString()));
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		if (over != null) {
			request.header("If-Match", "\"" + over + "\"");
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(method + " " + path, response.statusCode(), read(response.body()));
		}
		catch (IOException failure) {
			throw new NoAnswer("Vigie does not answer at " + this.url + " (" + failure.getClass().getSimpleName()
					+ "); is it running?", failure);
		}
		catch (InterruptedException failure) {
			Thread.currentThread().interrupt();
			throw new CommandFailure("Interrupted", failure);
		}
	}

	private static JsonNode read(String body) {
		try {
			return body.isBlank() ? JsonNodeFactory.instance.objectNode() : json.readTree(body);
		}
		catch (JacksonException _) {
			return JsonNodeFactory.instance.objectNode().put("detail", body.lines().findFirst().orElse(""));
		}
	}

	/**
	 * What came back.
	 *
	 * @param request the method and path that were asked
	 * @param status the HTTP status
	 * @param body the JSON, an empty object when there was none
	 */
	public record Answer(String request, int status, JsonNode body) {

		public boolean isOk() {
			return this.status / 100 == 2;
		}

		/**
		 * This answer, unless it is an error.
		 * @throws NoAnswer if the error is the server's
		 */
		public Answer orRefuse() {
			if (this.status >= 500) {
				throw new NoAnswer(explain(), null);
			}
			if (!isOk()) {
				throw new CommandFailure(explain());
			}
			return this;
		}

		/**
		 * The error in one line.
		 */
		public String explain() {
			return switch (this.status) {
				case 401 -> "Vigie does not accept the token";
				case 403 -> "The token does not allow " + this.request;
				default -> "%s was answered %d: %s".formatted(this.request, this.status, detail());
			};
		}

		private String detail() {
			return this.body.path("detail").asString(this.body.path("title").asString(""));
		}

	}

}
