package dev.vigie.alertingest.sender.opsgenie;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.sender.Links;

/**
 * Sorts the details of an alert: what is short says what it is about, links and the rest
 * are to read.
 */
final class Details {

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_LABEL = 200;

	private static final int MOST_CHARACTERS = 8000;

	private final Map<String, String> labels = new LinkedHashMap<>();

	private final Map<String, String> annotations = new LinkedHashMap<>();

	private int left = MOST_CHARACTERS;

	private Details() {
	}

	static Details read(Fields fields) {
		Details details = new Details();
		fields.each("details", (name, value) -> details.add(fields, name, value));
		return details;
	}

	private void add(Fields fields, String name, JsonNode value) {
		String text = value.isNull() ? "" : fields.whole(value);
		this.left -= name.length() + text.length();
		if (text.isBlank() || name.isBlank() || name.length() > LONGEST_NAME || this.left < 0) {
			return;
		}
		if (value.isContainer() || text.length() > LONGEST_LABEL || Links.absolute(text) != null) {
			this.annotations.put(name.equals("runbook") ? "runbook_url" : name, text);
		}
		else {
			this.labels.put(name, name.equals("severity") ? text.toLowerCase(Locale.ROOT) : text);
		}
	}

	Map<String, String> labels() {
		return this.labels;
	}

	Map<String, String> annotations() {
		return this.annotations;
	}

	/**
	 * The link to what raised the alert, if one is named like it.
	 */
	@Nullable String url() {
		return Links.absolute(this.annotations.get("url"));
	}

}
