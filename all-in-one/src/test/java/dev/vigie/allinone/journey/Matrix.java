package dev.vigie.allinone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One table of an organisation's README: an alert, and who is to hear of it when.
 *
 * @param words {@code name=value} for a label, {@code name=1..3} for a label by which
 * three alerts differ, {@code @name=value} for an annotation
 * @param integration who sends it
 * @param moments the columns
 * @param rows time, target, means and the cell of each moment, by {@link #line}
 */
record Matrix(String title, List<String> words, String integration, List<String> moments, List<String> rows) {

	private static final Pattern ALERT = Pattern.compile("`([^`]+)` from `([^`]+)`");

	/**
	 * All tables of an organisation.
	 */
	static List<Matrix> of(String organisation) {
		Path file = Path.of("../examples", organisation, "README.md");
		try {
			return Arrays.stream(Files.readString(file).split("\n### ")).skip(1).map(Matrix::parse).toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Matrix parse(String section) {
		Matcher alert = ALERT.matcher(section);
		if (!alert.find()) {
			throw new IllegalArgumentException("No alert in " + section);
		}
		List<List<String>> table = section.lines().filter((line) -> line.startsWith("|")).map(Matrix::cells).toList();
		List<String> moments = table.getFirst().subList(3, table.getFirst().size());
		return new Matrix(section.lines().findFirst().orElseThrow(), List.of(alert.group(1).split(" ")), alert.group(2),
				moments,
				table.stream().skip(2).map((row) -> line(row.subList(0, 3), row.subList(3, row.size()))).toList());
	}

	private static List<String> cells(String line) {
		return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList();
	}

	static String line(List<String> what, List<String> cells) {
		return String.join(" | ", Stream.concat(what.stream(), cells.stream()).toList());
	}

	/**
	 * The alerts as they are sent.
	 */
	List<Map<String, Map<String, String>>> alerts() {
		int count = this.words.stream().mapToInt(Matrix::count).max().orElse(1);
		return IntStream.rangeClosed(1, count).mapToObj(this::alert).toList();
	}

	String alertname() {
		return alert(1).get("labels").get("alertname");
	}

	private Map<String, Map<String, String>> alert(int number) {
		Map<String, String> labels = new TreeMap<>();
		Map<String, String> annotations = new TreeMap<>();
		for (String word : this.words) {
			String[] pair = word.split("=", 2);
			String value = pair[1].startsWith("1..") ? pair[0] + "-" + number : pair[1];
			if (pair[0].startsWith("@")) {
				annotations.put(pair[0].substring(1), value);
			}
			else {
				labels.put(pair[0], value);
			}
		}
		Map<String, Map<String, String>> alert = new LinkedHashMap<>();
		alert.put("labels", labels);
		alert.put("annotations", annotations);
		return alert;
	}

	private static int count(String word) {
		int range = word.indexOf("=1..");
		return (range < 0) ? 1 : Integer.parseInt(word.substring(range + 4));
	}

}
