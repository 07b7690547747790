package dev.vigie.alertingest.sender.pagerduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

/**
 * What an event must say, and the words in which PagerDuty refuses one.
 */
final class EventRules {

	private static final int KEY_LENGTH = 32;

	private static final int LONGEST_DEDUP_KEY = 255;

	private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");

	private final List<String> errors = new ArrayList<>();

	private EventRules() {
	}

	static void checkAlert(EventFields event) {
		new EventRules().alert(event).end();
	}

	static void checkChange(EventFields event) {
		new EventRules().required(event.in("payload"), "summary", "payload.summary").end();
	}

	/**
	 * Checks an event whose key is in its body, for everything at once.
	 */
	static void checkKey(EventFields event, @Nullable String key, boolean change) {
		EventRules rules = new EventRules();
		if (change) {
			rules.required(event.in("payload"), "summary", "payload.summary");
		}
		else {
			rules.alert(event);
		}
		if (key == null) {
			rules.errors.add("'routing_key' is missing or blank");
		}
		else if (key.length() != KEY_LENGTH) {
			rules.errors.add("Length of 'routing_key' is incorrect (should be 32 characters)");
		}
		rules.end();
	}

	static Invalid unknownKey() {
		return new Invalid("", "Invalid routing key");
	}

	private EventRules alert(EventFields event) {
		String action = event.text("event_action");
		required(event, "event_action", "event_action");
		if (action != null && !ACTIONS.contains(action)) {
			this.errors.add("'event_action' is invalid (should be one of trigger, acknowledge, resolve)");
		}
		if ("trigger".equals(action)) {
			EventFields payload = event.in("payload");
			required(payload, "summary", "payload.summary").required(payload, "source", "payload.source")
				.required(payload, "severity", "payload.severity");
		}
		else if (action != null) {
			required(event, "dedup_key", "dedup_key");
		}
		String key = event.text("dedup_key");
		if (key != null && key.length() > LONGEST_DEDUP_KEY) {
			this.errors.add("Length of 'dedup_key' is incorrect (should be at most 255 characters)");
		}
		return this;
	}

	private EventRules required(EventFields fields, String field, String path) {
		if (fields.text(field) == null) {
			this.errors.add("'%s' is missing or blank".formatted(path));
		}
		return this;
	}

	private void end() {
		if (!this.errors.isEmpty()) {
			throw new Invalid(this.errors.stream().map((error) -> new Problem.FieldError("", error)).toList());
		}
	}

}
