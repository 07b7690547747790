package dev.vigie.alertingest.sender.generic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.generic.Expression.Failed;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads one alert after another of a body.
 */
final class ItemReader {

	/**
	 * Labels that change in the life of an alert.
	 */
	private static final Set<String> PASSING = Set.of("severity", "vigie_kind");

	private static final Set<AlertVerb> VERBS = Set.of(AlertVerb.FIRING, AlertVerb.RESOLVED, AlertVerb.ACKNOWLEDGED,
			AlertVerb.UNACKNOWLEDGED, AlertVerb.NOTED);

	private static final int LONGEST_LABEL = 1000;

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_IDENTITY = 512;

	private final Program program;

	private final Instant receivedAt;

	private final Budget budget;

	private final Texts texts;

	private final Notes notes;

	private Map<String, Object> variables = Map.of();

	ItemReader(Program program, Instant receivedAt, Budget budget, Texts texts, Notes notes) {
		this.program = program;
		this.receivedAt = receivedAt;
		this.budget = budget;
		this.texts = texts;
		this.notes = notes;
	}

	/**
	 * Reads the alert of an item.
	 * @return the alert, null if it is not to become one
	 * @throws Invalid if what is required has no answer
	 */
	@Nullable Item read(Map<String, Object> variables) {
		this.variables = variables;
		if (!isWanted()) {
			return null;
		}
		AlertVerb verb = verb();
		String title = Texts.cut(required(this.program.title()), LONGEST_LABEL);
		Map<String, String> labels = labels(title);
		Map<String, String> annotations = annotations(title);
		String source = annotations.remove("source_url");
		String identity = identity(labels);
		AlertChange change = AlertChange.of(verb, identity)
			.labels(labels)
			.annotations(annotations)
			.startsAt(time(this.program.startsAt()))
			.endsAt(time(this.program.endsAt()))
			.statedAt(time(this.program.statedAt()))
			.generatorUrl(source)
			.word(word())
			.build();
		String group = optional(this.program.group());
		return new Item((group != null) ? Group.of(group, Map.of("group", group))
				: Group.of(identity, Map.of("alertname", String.valueOf(labels.get("alertname")), "id", identity)),
				change);
	}

	private boolean isWanted() {
		Expression when = this.program.when();
		if (when == null) {
			return true;
		}
		return switch (value(when)) {
			case Boolean wanted -> wanted;
			case null -> throw new Invalid(when.field(), "must be true or false, and is nothing");
			default -> throw new Invalid(when.field(), "must be true or false");
		};
	}

	private AlertVerb verb() {
		Expression status = this.program.status();
		Object value = value(status);
		if (value instanceof Boolean firing) {
			return firing ? AlertVerb.FIRING : AlertVerb.RESOLVED;
		}
		String text = (value != null) ? value.toString() : "nothing";
		return VERBS.stream()
			.filter((verb) -> verb.name().equalsIgnoreCase(text))
			.findAny()
			.orElseThrow(() -> new Invalid(status.field(),
					"must be firing, resolved, acknowledged, unacknowledged or noted, and is "
							+ Texts.cut(text, LONGEST_NAME)));
	}

	private Map<String, String> labels(String title) {
		Map<String, String> labels = new TreeMap<>();
		this.program.labels().forEach((name, expression) -> {
			String text = optional(expression);
			if (text != null) {
				labels.put(name, Texts.cut(text, LONGEST_LABEL));
			}
		});
		String severity = optional(this.program.severity());
		if (severity != null) {
			labels.put("severity", Texts.cut(severity.toLowerCase(Locale.ROOT), LONGEST_LABEL));
		}
		labels.putIfAbsent("alertname", Texts.cut(title, LONGEST_NAME));
		return labels;
	}

	private Map<String, String> annotations(String title) {
		Map<String, String> annotations = new HashMap<>();
		this.program.annotations().forEach((name, expression) -> put(annotations, name, optional(expression)));
		this.program.links().forEach((name, expression) -> {
			String text = optional(expression);
			String link = Links.absolute(text);
			if (text != null && link == null) {
				this.notes.add(expression.field() + " is left out: it is no absolute web address");
			}
			put(annotations, name, link);
		});
		put(annotations, "description", optional(this.program.description()));
		annotations.put("summary", title);
		return annotations;
	}

	private static void put(Map<String, String> texts, String name, @Nullable String text) {
		if (text != null) {
			texts.put(name, text);
		}
	}

	private String identity(Map<String, String> labels) {
		String id = optional(this.program.id());
		if (id == null) {
			Map<String, String> lasting = new HashMap<>(labels);
			lasting.keySet().removeAll(PASSING);
			return Fingerprints.of(lasting);
		}
		return (id.length() <= LONGEST_IDENTITY) ? id : digest(id);
	}

	private static String digest(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private AlertChange.@Nullable Word word() {
		String by = optional(this.program.by());
		String comment = optional(this.program.comment());
		return (by == null && comment == null) ? null : new AlertChange.Word(by, comment, null);
	}

	private @Nullable Instant time(@Nullable Expression expression) {
		String text = optional(expression);
		if (expression == null || text == null) {
			return null;
		}
		try {
			return Times.read(expression.field(), text, this.receivedAt);
		}
		catch (Invalid invalid) {
			this.notes.add(expression.field() + " is left out: " + invalid.errors().getFirst().reason());
			return null;
		}
	}

	private String required(Expression expression) {
		String text = text(value(expression));
		if (text == null) {
			throw new Invalid(expression.field(), "is empty");
		}
		return text;
	}

	private @Nullable Object value(Expression expression) {
		try {
			return expression.value(this.variables, this.budget);
		}
		catch (Failed failed) {
			throw new Invalid(expression.field(), String.valueOf(failed.getMessage()));
		}
	}

	private @Nullable String optional(@Nullable Expression expression) {
		try {
			return (expression != null) ? text(expression.value(this.variables, this.budget)) : null;
		}
		catch (Failed failed) {
			this.notes.add(expression.field() + " is left out: " + failed.getMessage());
			return null;
		}
	}

	private @Nullable String text(@Nullable Object value) {
		String text = this.texts.text(value);
		this.budget.payOutput((text != null) ? text.length() : 0);
		return text;
	}

	/**
	 * One alert and the group it belongs to.
	 */
	record Item(Group group, AlertChange change) {
	}

}
