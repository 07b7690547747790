package dev.vigie.alertingest.sender.opsgenie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertStatus;
import dev.vigie.alertingest.alert.SenderAlerts.Order;
import dev.vigie.alertingest.alert.SenderAlerts.Search;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.shared.problem.Invalid;

/**
 * The part of Opsgenie's query language that is answered here: terms that all hold.
 */
record AlertQuery(Search search, Order order, int offset, int limit) {

	private static final Pattern TERM = Pattern
		.compile("(?:([A-Za-z.]+)\\s*[:=]\\s*)?(?:\"([^\"]*)\"|([^\\s\"()]+))|([()\"])");

	private static final int LONGEST_PAGE = 100;

	static AlertQuery parse(Map<String, String> parameters) {
		return new AlertQuery(new Terms(new JsonTexts().clean(parameters.getOrDefault("query", ""))).search(),
				order(parameters.getOrDefault("sort", "createdAt"), parameters.getOrDefault("order", "desc")),
				number("offset", parameters.get("offset"), 0, 20_000),
				Math.min(number("limit", parameters.get("limit"), 20, Integer.MAX_VALUE), LONGEST_PAGE));
	}

	/**
	 * Opsgenie's word for a status.
	 */
	static String word(AlertStatus status) {
		return (status == AlertStatus.FIRING) ? "open" : "closed";
	}

	private static Order order(String sort, String order) {
		boolean ascending = order.equals("asc");
		return switch (sort) {
			case "createdAt" -> ascending ? Order.OLDEST : Order.NEWEST;
			case "updatedAt", "lastOccurredAt" -> ascending ? Order.EARLIEST_REPORT : Order.LATEST_REPORT;
			default -> throw new Invalid("sort", "must be createdAt, updatedAt or lastOccurredAt");
		};
	}

	private static int number(String name, @Nullable String text, int other, int most) {
		try {
			int number = (text == null || text.isEmpty()) ? other : Integer.parseInt(text);
			if (number >= 0 && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException _) {
			// said below
		}
		throw new Invalid(name, "must be a number from 0 to " + most);
	}

	/**
	 * The terms of a query, one after the other.
	 */
	private static final class Terms {

		private final String query;

		private final Map<String, String> labels = new HashMap<>();

		private final List<String> words = new ArrayList<>();

		private @Nullable AlertStatus status;

		private @Nullable String alias;

		private Terms(String query) {
			this.query = query;
		}

		private Search search() {
			Matcher terms = TERM.matcher(this.query);
			while (terms.find()) {
				if (terms.group(4) != null) {
					throw unknown(terms.group(4));
				}
				String value = (terms.group(2) != null) ? terms.group(2) : terms.group(3);
				add(terms.group(1), value);
			}
			return new Search(this.status, this.alias, Map.copyOf(this.labels), List.copyOf(this.words));
		}

		private void add(@Nullable String field, String value) {
			if (field == null) {
				addWord(value);
				return;
			}
			switch (field) {
				case "status" -> this.status = switch (value.toLowerCase(Locale.ROOT)) {
					case "open" -> AlertStatus.FIRING;
					case "closed" -> AlertStatus.RESOLVED;
					default -> throw new Invalid("query", "status must be open or closed");
				};
				case "alias" -> this.alias = value;
				case "message" -> this.words.add(value);
				case "priority", "entity", "source" -> this.labels.put(field, value);
				default -> addDetail(field, value);
			}
		}

		private void addWord(String value) {
			switch (value) {
				case "AND" -> {
				}
				case "OR", "NOT" -> throw unknown(value);
				default -> this.words.add(value);
			}
		}

		private void addDetail(String field, String value) {
			if (!field.startsWith("details.")) {
				throw unknown(field);
			}
			this.labels.put(field.substring("details.".length()), value);
		}

		private static Invalid unknown(@Nullable String what) {
			return new Invalid("query", "Not understood here: " + what
					+ "; known are status, alias, message, priority, entity, source, details.<name> and words");
		}

	}

}
