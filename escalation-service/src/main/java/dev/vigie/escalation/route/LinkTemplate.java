package dev.vigie.escalation.route;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.vigie.shared.problem.Invalid;

/**
 * A way from an incident to a panel, a query or whatever else has an address.
 *
 * @param name what people read
 * @param url the address, with places such as {@code {labels.service}},
 * {@code {annotations.x}} and {@code {startsAt}}
 */
public record LinkTemplate(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 4000) String url) {

	private static final Pattern PLACE = Pattern.compile("\\{(labels|annotations)\\.([\\w.-]+)}|\\{startsAt}");

	// A place may not decide which machine is asked.
	private static final Pattern ADDRESS = Pattern.compile("https?://[^/{}?#@\\s]+(?:[/?#].*)?");

	private static final int LONGEST = 8000;

	void check(String field) {
		if (this.url == null || !ADDRESS.matcher(this.url).matches()) {
			throw new Invalid(field, "must begin with http:// or https:// and a host that is no place to fill in");
		}
		try {
			URI.create(PLACE.matcher(this.url).replaceAll("x"));
		}
		catch (IllegalArgumentException _) {
			throw new Invalid(field,
					"must be URL-encoded but for places such as {labels.service}, {annotations.summary}"
							+ " and {startsAt}");
		}
	}

	/**
	 * The address for an incident; absent when it has no such label or annotation.
	 */
	public Optional<String> render(Map<String, String> labels, Map<String, String> annotations, Instant startsAt) {
		Matcher places = PLACE.matcher(this.url);
		StringBuilder address = new StringBuilder();
		while (places.find()) {
			String value = value(places, labels, annotations, startsAt);
			if (value.isEmpty()) {
				return Optional.empty();
			}
			places.appendReplacement(address, Matcher.quoteReplacement(encoded(value)));
		}
		places.appendTail(address);
		return (address.length() <= LONGEST) ? Optional.of(address.toString()) : Optional.empty();
	}

	private static String value(MatchResult place, Map<String, String> labels, Map<String, String> annotations,
			Instant startsAt) {
		if (place.group(1) == null) {
			return String.valueOf(startsAt.toEpochMilli());
		}
		return (place.group(1).equals("labels") ? labels : annotations).getOrDefault(place.group(2), "");
	}

	// A plus is a blank in queries alone.
	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
