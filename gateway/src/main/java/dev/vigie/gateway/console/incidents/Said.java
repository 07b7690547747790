package dev.vigie.gateway.console.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.vigie.gateway.console.incidents.IncidentsClient.Impact;
import dev.vigie.gateway.console.layout.Form;
import dev.vigie.gateway.console.layout.Times;

/**
 * Reads what forms say.
 */
final class Said {

	private Said() {
	}

	/**
	 * The impact, if anything is said of it.
	 */
	static Optional<Impact> impact(Form form, Times times) {
		String text = form.text("impact");
		String startedAt = form.text("startedAt");
		boolean business = form.text("business") != null;
		return (business || text != null || startedAt != null)
				? Optional
					.of(new Impact(business, text, (startedAt != null) ? times.read("startedAt", startedAt) : null))
				: Optional.empty();
	}

	/**
	 * The names of people, written beside each other.
	 */
	static List<String> people(Form form) {
		return Arrays.stream(form.required("people").split("[\\s,;]+")).filter((name) -> !name.isEmpty()).toList();
	}

}
