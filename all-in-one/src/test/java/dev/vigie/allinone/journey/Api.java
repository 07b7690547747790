package dev.vigie.allinone.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The REST interface as a program outside sees it.
 */
final class Api {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final String url;

	private final String token;

	Api(String url, String token) {
		this.url = url;
		this.token = token;
	}

	String token() {
		return this.token;
	}

	Api as(String otherToken) {
		return new Api(this.url, otherToken);
	}

	JsonNode get(String path) {
		return expect(200, send("GET", path, null));
	}

	JsonNode post(String path, String body) {
		return expect(200, send("POST", path, body));
	}

	JsonNode put(String path, String spec) {
		Answer answer = send("PUT", path, spec);
		return expect((answer.status() == 201) ? 201 : 200, answer);
	}

	Stream<JsonNode> items(String path) {
		return get(path).get("items").valueStream();
	}

	Answer send(String method, String path, String body) {
		URI uri = path.startsWith("http") ? URI.create(path) : URI.create(this.url + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/json")
			.method(method, (body == null) ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException failure) {
			return new Answer(0, failure.toString());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static JsonNode expect(int status, Answer answer) {
		if (answer.status() != status) {
			throw new AssertionError("Expected %d, got %d: %s".formatted(status, answer.status(), answer.body()));
		}
		return answer.json();
	}

	/**
	 * Status 0 when nobody answered.
	 */
	record Answer(int status, String body) {

		JsonNode json() {
			return JSON.readTree(this.body.isEmpty() ? "null" : this.body);
		}

	}

}
