package dev.vigie.escalation.condition;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that an alert says. In rising rank: a label that is a number, an annotation
 * that is one, and what alert-ingest writes down of Grafana's values
 * ({@code value_string}, {@code values}). A number is what people write as one, with or
 * without a per cent sign; NaN, infinity and numbers with a unit are words.
 */
public final class Readings {

	private static final Pattern NUMBER = Pattern
		.compile("([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,2})?)\\s?%?");

	/**
	 * {@code B=94.2, C=1}.
	 */
	private static final Pattern PAIR = Pattern.compile("(?:^|, )([^=,]{1,200})=([^,]{1,60})");

	/**
	 * <code>[ var='B' labels={zone=us-1} value=94.2 ]</code>. Its parts are bounded, for
	 * the text is the sender's.
	 */
	private static final Pattern VARIABLE = Pattern
		.compile("var='([^']{1,200})' (?:metric='[^']{0,200}' )?labels=\\{[^}]{0,2000}} value=(\\S{1,60})");

	private Readings() {
	}

	static Map<String, Double> of(Said alert) {
		Map<String, Double> readings = new HashMap<>();
		alert.labels().forEach((name, text) -> put(readings, name, text));
		alert.annotations().forEach((name, text) -> put(readings, name, text));
		read(VARIABLE, alert.annotations().getOrDefault("value_string", ""), readings);
		read(PAIR, alert.annotations().getOrDefault("values", ""), readings);
		return readings;
	}

	/**
	 * The number that a text is.
	 */
	public static OptionalDouble number(String text) {
		Matcher number = NUMBER.matcher(text.strip());
		return number.matches() ? OptionalDouble.of(Double.parseDouble(number.group(1))) : OptionalDouble.empty();
	}

	private static void read(Pattern pattern, String text, Map<String, Double> readings) {
		Map<String, Double> first = new HashMap<>();
		Matcher found = pattern.matcher(text);
		while (found.find()) {
			number(found.group(2)).ifPresent((number) -> first.putIfAbsent(found.group(1), number));
		}
		readings.putAll(first);
	}

	private static void put(Map<String, Double> readings, String name, String text) {
		number(text).ifPresent((number) -> readings.put(name, number));
	}

}
