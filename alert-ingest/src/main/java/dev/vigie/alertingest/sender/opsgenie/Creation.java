package dev.vigie.alertingest.sender.opsgenie;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads the call that creates an alert.
 */
final class Creation {

	static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4", "P5");

	static final int MESSAGE = 130;

	static final int DESCRIPTION = 15000;

	private static final String NAMELESS = "OpsgenieAlert";

	private final Fields fields;

	private final Details details;

	private final @Nullable String source;

	private Creation(Fields fields) {
		this.fields = fields;
		this.details = Details.read(fields);
		this.source = fields.text("source", 100);
	}

	static Reading read(Inbound inbound, Fields fields) {
		return new Creation(fields).reading(inbound);
	}

	static String message(Fields fields) {
		String message = fields.text("message", MESSAGE);
		if (message == null) {
			throw new Invalid("message", "Message can not be empty.");
		}
		return message;
	}

	private Reading reading(Inbound inbound) {
		Map<String, String> annotations = annotations();
		String given = this.fields.text("alias", Fields.ALIAS);
		String alias = (given != null) ? given : generated(inbound);
		Map<String, String> labels = labels();
		String link = Links.absolute(this.source);
		return Reading.of(OpsgenieParser.group(alias),
				List.of(AlertChange.of(AlertVerb.RAISED, alias)
					.labels(labels)
					.annotations(annotations)
					.generatorUrl((link != null) ? link : this.details.url())
					.build()))
			.cleaned(this.fields.cleaned());
	}

	// Not random: the same body as it is stored reads the same again.
	private static String generated(Inbound inbound) {
		byte[] moment = (inbound.integration().id() + " " + inbound.receivedAt() + " ")
			.getBytes(StandardCharsets.UTF_8);
		byte[] all = new byte[moment.length + inbound.body().length];
		System.arraycopy(moment, 0, all, 0, moment.length);
		System.arraycopy(inbound.body(), 0, all, moment.length, inbound.body().length);
		return UUID.nameUUIDFromBytes(all).toString();
	}

	private Map<String, String> labels() {
		Map<String, String> labels = new LinkedHashMap<>();
		String entity = this.fields.text("entity", 512);
		labels.put("alertname", (entity != null) ? entity : NAMELESS);
		this.fields.people("responders")
			.stream()
			.filter((who) -> who.type().equals("team"))
			.findFirst()
			.ifPresent((team) -> labels.put("team", team.name()));
		labels.putAll(this.details.labels());
		String priority = this.fields.text("priority", 2);
		labels.put("priority", (priority != null && PRIORITIES.contains(priority)) ? priority : "P3");
		if (entity != null) {
			labels.put("entity", entity);
		}
		if (this.source != null && Links.absolute(this.source) == null) {
			labels.put("source", this.source);
		}
		return labels;
	}

	private Map<String, String> annotations() {
		Map<String, String> annotations = new LinkedHashMap<>(this.details.annotations());
		annotations.put("summary", message(this.fields));
		put(annotations, "description", this.fields.text("description", DESCRIPTION));
		put(annotations, "note", this.fields.text("note", 25000));
		put(annotations, "tags", String.join(", ", this.fields.list("tags", 20, 50)));
		put(annotations, "actions", String.join(", ", this.fields.list("actions", 10, 50)));
		put(annotations, "responders",
				this.fields.people("responders").stream().map(Fields.Who::toString).collect(Collectors.joining(", ")));
		return annotations;
	}

	private static void put(Map<String, String> annotations, String name, @Nullable String text) {
		if (text != null && !text.isEmpty()) {
			annotations.put(name, text);
		}
	}

}
