package dev.vigie.alertingest.sender.opsgenie;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertChange.Word;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads the calls about an alert that is there already.
 */
final class Remark {

	private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

	private final Command command;

	private final Fields fields;

	private final Instant at;

	private Remark(Command command, Fields fields, Instant at) {
		this.command = command;
		this.fields = fields;
		this.at = at;
	}

	/**
	 * What the call says; of the empty fingerprint, if there is no such alert.
	 */
	static AlertChange read(Command command, Fields fields, Instant at) {
		return new Remark(command, fields, at).change();
	}

	private AlertChange change() {
		return switch (this.command.action()) {
			case CREATE -> throw new IllegalStateException("Nothing is there yet");
			case CLOSE -> ended("Closed");
			case DELETE -> ended("Deleted");
			case ACKNOWLEDGE -> said(AlertVerb.ACKNOWLEDGED, note(), null);
			case UNACKNOWLEDGE -> said(AlertVerb.UNACKNOWLEDGED, note(), null);
			case SNOOZE -> said(AlertVerb.SNOOZED, note(), until());
			case NOTE -> said(AlertVerb.NOTED, required("note", note(), "Note can not be empty."), null);
			case ASSIGN -> noted("Assigned to", people("owner"));
			case ESCALATE -> noted("Escalated to", people("escalation"));
			case ADD_TEAM -> noted("Added team", people("team"));
			case ADD_RESPONDER -> noted("Added responder", people("responder"));
			case ADD_TAGS -> noted("Added tags", tags("tags", 20));
			case REMOVE_TAGS -> noted("Removed tags", tags("tags", 20));
			case REMOVE_DETAILS -> noted("Removed details", tags("keys", 100));
			case RUN -> noted("Executed action", String.valueOf(this.command.value("name")));
			case ADD_DETAILS -> amended(Details.read(this.fields));
			case MESSAGE -> amended(Map.of(), Map.of("summary", Creation.message(this.fields)));
			case DESCRIPTION -> amended(Map.of(), Map.of("description", description()));
			case PRIORITY -> amended(Map.of("priority", priority()), Map.of());
		};
	}

	private AlertChange ended(String how) {
		String user = user();
		String note = note();
		String text = (user != null) ? how + " by " + user : null;
		if (note != null) {
			text = (text != null) ? text + ": " + note : note;
		}
		// The end itself is no news of why; somebody's doing is.
		return of(AlertVerb.RESOLVED).word((text != null) ? new Word(user, text, null) : null).build();
	}

	private AlertChange said(AlertVerb verb, @Nullable String text, @Nullable Instant until) {
		return of(verb).word(new Word(author(), text, until)).build();
	}

	private AlertChange noted(String what, String whom) {
		String note = note();
		String text = (what + " " + whom).strip();
		return said(AlertVerb.NOTED, (note != null) ? text + ": " + note : text, null);
	}

	private AlertChange amended(Details details) {
		return amended(details.labels(), details.annotations());
	}

	private AlertChange amended(Map<String, String> labels, Map<String, String> annotations) {
		return of(AlertVerb.AMENDED).labels(labels).annotations(annotations).build();
	}

	private AlertChange.Builder of(AlertVerb verb) {
		String alias = this.command.value("alias");
		return AlertChange.of(verb, (alias != null) ? alias : "");
	}

	private @Nullable String user() {
		return this.fields.text("user", 100);
	}

	private @Nullable String author() {
		String user = user();
		return (user != null) ? user : this.fields.text("source", 100);
	}

	private @Nullable String note() {
		return this.fields.text("note", 25000);
	}

	private String people(String name) {
		List<String> named = new ArrayList<>();
		this.fields.people(name).forEach((who) -> named.add(who.toString()));
		return required(name, named.isEmpty() ? null : String.join(", ", named), "must be an object with id or name");
	}

	private String tags(String name, int most) {
		List<String> given = this.fields.list(name, most, 1000);
		return required(name, given.isEmpty() ? null : given.stream().collect(Collectors.joining(", ")),
				"can not be empty.");
	}

	private String description() {
		return required("description", this.fields.any("description", Creation.DESCRIPTION), "is required");
	}

	private String priority() {
		String priority = this.fields.text("priority", 10);
		return required("priority", (priority != null && Creation.PRIORITIES.contains(priority)) ? priority : null,
				"must be P1, P2, P3, P4 or P5");
	}

	private Instant until() {
		String text = required("endTime", this.fields.text("endTime", 100), "is required");
		try {
			Instant end = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
			Instant longest = this.at.plus(LONGEST_SNOOZE);
			if (end.isAfter(this.at)) {
				return end.isAfter(longest) ? longest : end;
			}
		}
		catch (DateTimeException _) {
			throw new Invalid("endTime", "must be a time like 2026-03-02T09:00:00Z");
		}
		throw new Invalid("endTime", "must be in the future");
	}

	private static String required(String field, @Nullable String text, String reason) {
		if (text == null) {
			throw new Invalid(field, reason);
		}
		return text;
	}

}
