package dev.vigie.alertingest.sender.sentry;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertChange.Word;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderTimes;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads one hook. What it is about is told by what its data holds, not by a header: a
 * body that is replayed has none.
 */
final class HookReader {

	private static final Pattern PROJECT = Pattern.compile("/projects/[^/]+/([^/]+)/");

	private final JsonNode body;

	private final JsonNode data;

	private final String action;

	private final Inbound inbound;

	private final JsonTexts texts = new JsonTexts();

	HookReader(JsonNode body, Inbound inbound) {
		this.body = body;
		this.data = body.path("data");
		this.inbound = inbound;
		this.action = orElse(text(body, "action"), "");
	}

	Reading read() {
		return reading().cleaned(this.texts.cleaned());
	}

	private Reading reading() {
		if (this.data.path("metric_alert").isObject()) {
			return metricAlert(this.data.path("metric_alert"));
		}
		if (this.data.path("event").isObject()) {
			return this.action.equals("triggered") ? event(this.data.path("event")) : nothing("event_alert");
		}
		if (this.data.path("issue").isObject()) {
			return issue(this.data.path("issue"));
		}
		if (this.data.isObject()) {
			return nothing(orElse(this.inbound.headers().getFirst("Sentry-Hook-Resource"), "hook"));
		}
		if (this.body.has("message") && this.body.has("project")) {
			return plugin();
		}
		throw new Invalid("data", "is required");
	}

	private Reading nothing(String resource) {
		return Reading.nothing(
				"Sentry's %s %s opens and ends nothing".formatted(this.texts.clean(resource), this.action).strip());
	}

	private Reading event(JsonNode event) {
		String issue = text(event, "issue_id");
		String title = orElse(text(event, "title"), "Issue " + issue);
		Matcher project = PROJECT.matcher(orElse(text(event, "url"), ""));
		SentryTexts about = new SentryTexts().label("alertname", title)
			.severity(text(event, "level"))
			.label("project", project.find() ? project.group(1) : text(event, "project"))
			.label("environment", text(event, "environment"))
			.label("platform", text(event, "platform"))
			.label("rule", text(this.data, "triggered_rule"))
			.label("service", service(event))
			.annotation("summary", title)
			.annotation("description", text(event, "culprit"))
			.annotation("release", text(event, "release"));
		return firing(about, issueOf(issue), text(event, "web_url"));
	}

	private Reading metricAlert(JsonNode alert) {
		JsonNode rule = alert.path("alert_rule");
		String title = orElse(text(alert, "title"), orElse(text(rule, "name"), "Metric alert"));
		SentryTexts about = new SentryTexts().label("alertname", title)
			.severity(this.action.equals("resolved") ? null : this.action)
			.label("project", text(alert.path("projects"), 0))
			.label("environment", text(rule, "environment"))
			.annotation("summary", text(this.data, "description_title"))
			.annotation("description", text(this.data, "description_text"));
		String fingerprint = identity("metric", text(alert, "id"), "data.metric_alert.id");
		return switch (this.action) {
			case "critical",
					"warning" ->
				reading(fingerprint, title,
						about.on(AlertChange.firing(fingerprint))
							.startsAt(SenderTimes.read("data.metric_alert.date_started", text(alert, "date_started"),
									this.inbound.receivedAt()))
							.generatorUrl(Links.absolute(text(this.data, "web_url"))));
			// Without labels: what it said while it fired, its severity, stays.
			case "resolved" -> reading(fingerprint, title,
					AlertChange.resolved(fingerprint)
						.endsAt(SenderTimes.read("data.metric_alert.date_closed", text(alert, "date_closed"),
								this.inbound.receivedAt())));
			default -> nothing("metric_alert");
		};
	}

	private Reading issue(JsonNode issue) {
		String fingerprint = issueOf(text(issue, "id"));
		String title = orElse(text(issue, "title"), "Issue " + text(issue, "id"));
		return switch (this.action) {
			case "resolved", "archived", "ignored" ->
				reading(fingerprint, title, AlertChange.resolved(fingerprint).word(word(this.action + " in Sentry")));
			case "unresolved" -> firing(new SentryTexts().label("alertname", title)
				.severity(text(issue, "level"))
				.label("project", text(issue.path("project"), "slug"))
				.annotation("summary", title)
				.annotation("description", text(issue, "culprit")), fingerprint, text(issue, "web_url"));
			case "assigned" -> reading(fingerprint, title, AlertChange.of(AlertVerb.NOTED, fingerprint)
				.word(word(
						"assigned to " + orElse(text(issue.path("assignedTo"), "name"), "somebody") + " in Sentry")));
			default -> nothing("issue");
		};
	}

	/**
	 * The old plugin's body: of integrations without a secret only, for it has no
	 * signature.
	 */
	private Reading plugin() {
		String title = orElse(text(this.body, "message"), "Sentry");
		String project = orElse(text(this.body, "project_slug"), orElse(text(this.body, "project"), ""));
		String id = text(this.body, "id");
		SentryTexts about = new SentryTexts().label("alertname", title)
			.severity(text(this.body, "level"))
			.label("project", project)
			.label("environment", text(this.body.path("event"), "environment"))
			.annotation("summary", title)
			.annotation("description", text(this.body, "culprit"));
		String fingerprint = (id != null) ? issueOf(id)
				: Fingerprints.of(Map.of("project", project, "alertname", title));
		return firing(about, fingerprint, text(this.body, "url"));
	}

	private Reading firing(SentryTexts about, String fingerprint, @Nullable String link) {
		return reading(fingerprint, orElse(about.labels().get("alertname"), ""),
				about.on(AlertChange.firing(fingerprint)).generatorUrl(Links.absolute(link)));
	}

	private static Reading reading(String fingerprint, String title, AlertChange.Builder change) {
		return Reading.of(Group.of(fingerprint, Map.of("alertname", SentryTexts.cut(title), "id", fingerprint)),
				List.of(change.build()));
	}

	private Word word(String text) {
		return new Word(text(this.body.path("actor"), "name"), text, null);
	}

	private String issueOf(@Nullable String id) {
		return identity("issue", id, "data.issue_id");
	}

	private String identity(String kind, @Nullable String id, String field) {
		if (id == null || id.isBlank()) {
			throw new Invalid(field, "is required");
		}
		String installation = orElse(text(this.body.path("installation"), "uuid"), "sentry");
		return Fingerprints.bounded(installation + "/" + kind + "/" + id);
	}

	// What the people who made the alert said it is about, else what the event says.
	private @Nullable String service(JsonNode event) {
		for (JsonNode setting : this.data.path("issue_alert").path("settings")) {
			if ("service".equals(text(setting, "name"))) {
				return text(setting, "value");
			}
		}
		for (JsonNode tag : event.path("tags")) {
			if ("service".equals(text(tag, 0))) {
				return text(tag, 1);
			}
		}
		return null;
	}

	private @Nullable String text(JsonNode node, String field) {
		return this.texts.text(node.get(field));
	}

	private @Nullable String text(JsonNode node, int index) {
		return this.texts.text(node.get(index));
	}

	private static String orElse(@Nullable String text, String other) {
		return (text != null && !text.isBlank()) ? text : other;
	}

}
