package dev.vigie.allinone.journey;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A small organisation: ada and grace take turns by the week, linus leads.
 */
final class Organisation {

	private final Api api;

	private final String alertmanagerUrl;

	private Organisation(Api api, String alertmanagerUrl) {
		this.api = api;
		this.alertmanagerUrl = alertmanagerUrl;
	}

	/**
	 * Sets it up; harmless when it is there. On Monday 2026-03-02 from 09:00 in Paris it
	 * is ada's week.
	 */
	static Organisation in(Api api) {
		for (String person : List.of("ada", "grace", "linus")) {
			api.put("/api/v1/people/" + person,
					"""
							{"displayName": "%s", "language": "%s", "contactMethods": [{"type": "email", "address": "%s@ops.example"}]}"""
						.formatted(person, person.equals("grace") ? "fr" : "en", person));
		}
		api.put("/api/v1/teams/ops",
				"""
						{"displayName": "Ops", "members": [{"person": "ada"}, {"person": "grace"}, {"person": "linus", "position": "tech-lead"}],
						"fallback": "linus"}""");
		api.put("/api/v1/schedules/primary",
				"""
						{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "weekly", "every": 1,
						"handoff": {"day": "monday", "time": "09:00"}, "start": "2026-01-05", "people": ["ada", "grace"]}}]}""");
		api.put("/api/v1/schedules/constant", """
				{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "daily", "every": 1,
				"handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["grace"]}}]}""");
		api.put("/api/v1/runbooks/disk",
				"""
						{"title": "Disk full", "match": [{"label": "alertname", "equals": "DiskFull"}], "body": "# Disk full\\n\\n1. Look"}""");
		api.put("/api/v1/severity-rules/ops", """
				{"rules": [{"when": "labels.severity == 'critical'", "severity": "P1", "reason": "critical"},
				{"when": "labels.severity == 'warning'", "severity": "P3"}], "default": "P4"}""");
		escalates(api,
				"""
						{"after": "0m", "notify": [{"onCall": "primary"}]}, {"after": "5m", "notify": [{"team": "ops", "position": "tech-lead"}]}""");
		api.put("/api/v1/routes/ops", """
				{"order": 10, "match": "true", "team": "ops", "severityRules": "ops", "escalationPolicy": "ops"}""");
		api.put("/api/v1/integrations/alertmanager", """
				{"type": "alertmanager", "team": "ops"}""");
		return new Organisation(api, api.get("/api/v1/integrations/alertmanager").get("url").asString());
	}

	/**
	 * Other steps from now on, the same for each severity.
	 */
	void escalates(String steps) {
		escalates(this.api, steps);
	}

	private static void escalates(Api api, String steps) {
		api.put("/api/v1/escalation-policies/ops",
				"{\"severities\": {" + List.of("P1", "P2", "P3")
					.stream()
					.map((level) -> "\"%s\": {\"steps\": [%s]}".formatted(level, steps))
					.collect(Collectors.joining(", ")) + "}}");
	}

	/**
	 * Makes an integration and says how to point a sender at it, as people paste it.
	 * @param sender how the title of the piece begins
	 */
	String setup(String name, String type, String sender) {
		this.api.put("/api/v1/integrations/" + name, """
				{"type": "%s", "team": "ops"}""".formatted(type));
		return this.api.get("/api/v1/integrations/" + name + "/setup")
			.valueStream()
			.filter((piece) -> piece.get("title").asString().startsWith(sender))
			.findFirst()
			.orElseThrow()
			.get("text")
			.asString();
	}

	String alertmanagerUrl() {
		return this.alertmanagerUrl;
	}

	Api.Answer post(String status, String alertname, String severity, String startsAt) {
		return this.api.as(null).send("POST", this.alertmanagerUrl, webhook(status, alertname, severity, startsAt));
	}

	static String webhook(String status, String alertname, String severity, String startsAt) {
		return """
				{"version": "4", "groupKey": "{}:{alertname=\\"%2$s\\"}", "truncatedAlerts": 0, "status": "%1$s", "receiver": "vigie",
				"groupLabels": {"alertname": "%2$s"}, "commonLabels": {"alertname": "%2$s", "severity": "%3$s"},
				"commonAnnotations": {"summary": "%2$s happened"}, "externalURL": "http://alertmanager.example:9093",
				"alerts": [{"status": "%1$s", "labels": {"alertname": "%2$s", "severity": "%3$s"},
				"annotations": {"summary": "%2$s happened"}, "startsAt": "%4$s",
				"endsAt": "%5$s", "generatorURL": "http://prometheus.example:9090/graph"}]}"""
			.formatted(status, alertname, severity, startsAt,
					status.equals("firing") ? "0001-01-01T00:00:00Z" : "2026-03-02T13:00:00Z");
	}

}
