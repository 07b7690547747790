package dev.vigie.gateway.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as a form needs: cookies, redirects, hidden fields.
 */
public class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.ALWAYS)
		.build();

	private final String address;

	private String page = "";

	private String language = "en";

	public Browser(String address) {
		this.address = address;
	}

	/**
	 * From now on, asks for pages in this language.
	 */
	public Browser in(String language) {
		this.language = language;
		return this;
	}

	public HttpResponse<String> open(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html")
			.header("Accept-Language", this.language));
	}

	/**
	 * Sends a form with the hidden token of the page that is open.
	 */
	public HttpResponse<String> submit(String path, Map<String, String> fields) {
		Matcher token = CSRF.matcher(this.page);
		String csrf = token.find() ? token.group(1) : "";
		return post(path, "_csrf=" + csrf + fields.entrySet()
			.stream()
			.map((field) -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining()));
	}

	HttpResponse<String> submitWithoutToken(String path) {
		return post(path, "x=y");
	}

	private HttpResponse<String> post(String path, String body) {
		return send(HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			this.page = answer.body();
			return answer;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
