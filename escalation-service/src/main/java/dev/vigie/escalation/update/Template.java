package dev.vigie.escalation.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.vigie.shared.problem.Invalid;

/**
 * A text with places such as <code>{title}</code> to be filled; <code>{{</code> and
 * <code>}}</code> stand for braces. A line whose places all have nothing to say is left
 * out. What places are filled with is never read as a template.
 */
final class Template {

	private final List<List<Part>> lines;

	private Template(List<List<Part>> lines) {
		this.lines = lines;
	}

	/**
	 * Refuses places that do not exist, and braces that are not closed.
	 * @param field where the text stands
	 */
	static Template parse(String field, String text) {
		return new Template(text.lines().map((line) -> new Reading(field, line).parts()).toList());
	}

	String fill(Map<Placeholder, String> values) {
		return this.lines.stream()
			.flatMap((line) -> fill(line, values).stream())
			.collect(Collectors.joining("\n"))
			.strip();
	}

	private static Optional<String> fill(List<Part> line, Map<Placeholder, String> values) {
		List<String> filled = line.stream()
			.filter(Part.Place.class::isInstance)
			.map((part) -> part.text(values))
			.toList();
		if (!filled.isEmpty() && filled.stream().allMatch(String::isEmpty)) {
			return Optional.empty();
		}
		return Optional.of(line.stream().map((part) -> part.text(values)).collect(Collectors.joining()));
	}

	/**
	 * A piece of a line.
	 */
	private sealed interface Part {

		String text(Map<Placeholder, String> values);

		/**
		 * Words that stay as they are.
		 */
		record Fixed(String words) implements Part {

			@Override
			public String text(Map<Placeholder, String> values) {
				return this.words;
			}

		}

		/**
		 * Something to be filled.
		 */
		record Place(Placeholder name) implements Part {

			@Override
			public String text(Map<Placeholder, String> values) {
				return values.getOrDefault(this.name, "");
			}

		}

	}

	/**
	 * Goes through one line.
	 */
	private static final class Reading {

		private final String field;

		private final String line;

		private final List<Part> parts = new ArrayList<>();

		private final StringBuilder fixed = new StringBuilder();

		private int at;

		Reading(String field, String line) {
			this.field = field;
			this.line = line;
		}

		List<Part> parts() {
			while (this.at < this.line.length()) {
				char next = this.line.charAt(this.at);
				if (next != '{' && next != '}') {
					this.fixed.append(next);
					this.at++;
				}
				else if (this.line.startsWith(String.valueOf(next).repeat(2), this.at)) {
					this.fixed.append(next);
					this.at += 2;
				}
				else if (next == '{') {
					place();
				}
				else {
					throw new Invalid(this.field, "has a } that closes nothing; write }} for a brace");
				}
			}
			words();
			return List.copyOf(this.parts);
		}

		private void place() {
			int end = this.line.indexOf('}', this.at);
			if (end < 0) {
				throw new Invalid(this.field, "has a { that is not closed on its line; write {{ for a brace");
			}
			String word = this.line.substring(this.at + 1, end).strip();
			words();
			this.parts.add(new Part.Place(Placeholder.of(word)
				.orElseThrow(() -> new Invalid(this.field,
						"has no placeholder {%s}; there are %s".formatted(word, Placeholder.all())))));
			this.at = end + 1;
		}

		private void words() {
			if (!this.fixed.isEmpty()) {
				this.parts.add(new Part.Fixed(this.fixed.toString()));
				this.fixed.setLength(0);
			}
		}

	}

}
