package dev.vigie.gateway.console.incidents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which incidents the list shows.
 *
 * @param status {@code open}, a state, or {@code all}
 * @param severity none for all
 * @param q what titles or labels say
 * @param after where the page before ended
 */
record Filter(String status, List<String> severity, @Nullable String team, @Nullable String q, @Nullable String after) {

	private static final String OPEN = "open";

	private static final String ALL = "all";

	static final List<String> STATUSES = List.of(OPEN, "triggered", "acknowledged", "snoozed", "resolved", "closed",
			"cancelled", "merged", ALL);

	Filter(@Nullable String status, @Nullable List<String> severity, @Nullable String team, @Nullable String q,
			@Nullable String after) {
		this.status = (status != null && !status.isBlank()) ? status : OPEN;
		this.severity = (severity != null) ? List.copyOf(severity) : List.of();
		this.team = text(team);
		this.q = text(q);
		this.after = text(after);
	}

	/**
	 * The state as escalation-service is asked for it.
	 */
	@Nullable String asked() {
		return this.status.equals(ALL) ? null : this.status;
	}

	/**
	 * Whether it asks for more than what is open.
	 */
	public boolean isSet() {
		return !isOpen() || !this.severity.isEmpty() || this.team != null || this.q != null;
	}

	public boolean isOpen() {
		return this.status.equals(OPEN);
	}

	/**
	 * The same as part of an address; empty where it asks for what is open.
	 */
	String query(@Nullable String after) {
		List<String> asked = new ArrayList<>();
		add(asked, "status", isOpen() ? null : this.status);
		this.severity.forEach((one) -> add(asked, "severity", one));
		add(asked, "team", this.team);
		add(asked, "q", this.q);
		add(asked, "after", after);
		return String.join("&", asked);
	}

	private static void add(List<String> asked, String name, @Nullable String value) {
		if (value != null) {
			asked.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
	}

	private static @Nullable String text(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
