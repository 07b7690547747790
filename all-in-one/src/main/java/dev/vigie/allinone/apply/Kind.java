package dev.vigie.allinone.apply;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of documents, in the order in which they may point to each other.
 */
enum Kind {

	PERSON("Person", "people"),

	TEAM("Team", "teams"),

	CALENDAR("Calendar", "calendars"),

	SCHEDULE("Schedule", "schedules"),

	RUNBOOK("Runbook", "runbooks"),

	CHANNEL("Channel", "channels"),

	CONNECTION("Connection", "connections"),

	SUBSCRIPTION("Subscription", "subscriptions"),

	UPDATE_TEMPLATE("UpdateTemplate", "update-templates"),

	SEVERITY_RULES("SeverityRules", "severity-rules"),

	ESCALATION_POLICY("EscalationPolicy", "escalation-policies"),

	ROUTE("Route", "routes"),

	INTEGRATION("Integration", "integrations"),

	GROUPING("Grouping", "groupings"),

	HEARTBEAT("Heartbeat", "heartbeats"),

	SILENCE("Silence", "silences");

	private final String word;

	private final String plural;

	Kind(String word, String plural) {
		this.word = word;
		this.plural = plural;
	}

	/**
	 * The kind as documents write it.
	 */
	String word() {
		return this.word;
	}

	String path() {
		return "/api/v1/" + this.plural;
	}

	static Optional<Kind> of(String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word.equals(word)).findFirst();
	}

	static String all() {
		return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "));
	}

}
