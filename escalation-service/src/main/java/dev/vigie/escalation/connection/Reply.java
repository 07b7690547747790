package dev.vigie.escalation.connection;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.escalation.webhook.Webhooks;

/**
 * Finds the link in what another program answered. It may have answered anything: what is
 * no JSON object, or names no address that people can be sent to, holds no link.
 */
final class Reply {

	private static final int LONGEST_URL = 2000;

	private static final int LONGEST_TITLE = 200;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Reply() {
	}

	static Optional<Link> link(String body) {
		try {
			JsonNode answer = JSON.readTree(body);
			return Stream.concat(Stream.of("html_url", "url", "link").map((name) -> text(answer, name)), issue(answer))
				.filter((url) -> url != null && isLink(url))
				.findFirst()
				.map((url) -> new Link(url, title(answer)));
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

	// Jira answers where its API has the issue; people browse it by its key.
	private static Stream<@Nullable String> issue(JsonNode answer) {
		String self = text(answer, "self");
		String key = text(answer, "key");
		if (self == null || key == null || !key.matches("[A-Za-z0-9_-]{1,100}") || !isLink(self)) {
			return Stream.empty();
		}
		URI uri = URI.create(self);
		int api = self.indexOf("/rest/api/");
		return Stream.of(((api > 0) ? self.substring(0, api) : uri.getScheme() + "://" + uri.getRawAuthority())
				+ "/browse/" + key);
	}

	private static boolean isLink(String url) {
		return url.length() <= LONGEST_URL && url.chars().allMatch((letter) -> letter > ' ' && letter < 127)
				&& Webhooks.isAddress(url);
	}

	private static @Nullable String title(JsonNode answer) {
		return Stream.of("title", "key")
			.map((name) -> text(answer, name))
			.filter((title) -> title != null)
			.map((title) -> title.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip())
			.filter((title) -> !title.isEmpty())
			.findFirst()
			.map((title) -> (title.codePointCount(0, title.length()) <= LONGEST_TITLE) ? title
					: title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…")
			.orElse(null);
	}

	private static @Nullable String text(JsonNode answer, String name) {
		JsonNode value = answer.get(name);
		return (value != null && value.isString()) ? value.stringValue() : null;
	}

}
