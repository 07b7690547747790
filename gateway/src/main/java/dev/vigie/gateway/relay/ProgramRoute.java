package dev.vigie.gateway.relay;

import java.util.List;

/**
 * One path of the API, the program that answers it, and the word its scopes begin with.
 */
record ProgramRoute(String program, String path, String scope) {

	private static final String INGEST = "alert-ingest";

	private static final String ESCALATION = "escalation-service";

	private static final String ONCALL = "oncall-service";

	private static final String RUNBOOK = "runbook-service";

	private static final String POSTMORTEM = "postmortem-service";

	static final List<String> PROGRAMS = List.of(INGEST, ESCALATION, ONCALL, RUNBOOK, POSTMORTEM);

	static final List<ProgramRoute> ALL = List.of(new ProgramRoute(INGEST, "/api/v1/integrations", "config"),
			new ProgramRoute(INGEST, "/api/v1/deliveries", "config"),
			new ProgramRoute(INGEST, "/api/v1/mappings", "config"),
			new ProgramRoute(INGEST, "/api/v1/alerts", "alerts"),
			new ProgramRoute(INGEST, "/api/v1/changes", "changes"),
			new ProgramRoute(INGEST, "/api/v1/heartbeats", "config"),
			new ProgramRoute(INGEST, "/api/v1/silences", "silences"),
			new ProgramRoute(ESCALATION, "/api/v1/incidents", "incidents"),
			new ProgramRoute(ESCALATION, "/api/v1/handoffs", "incidents"),
			new ProgramRoute(ESCALATION, "/api/v1/escalations:simulate", "incidents"),
			new ProgramRoute(ESCALATION, "/api/v1/escalations:replay", "incidents"),
			new ProgramRoute(ESCALATION, "/api/v1/escalation-policies", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/severity-rules", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/severity-rules:test", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/routes", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/groupings", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/channels", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/connections", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/update-templates", "config"),
			new ProgramRoute(ESCALATION, "/api/v1/subscriptions", "config"),
			new ProgramRoute(ONCALL, "/api/v1/people", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/teams", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/positions", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/erasures", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/schedules", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/roster", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/calendars", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/calendar-subscriptions", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/swaps", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/absences", "schedules"),
			new ProgramRoute(ONCALL, "/api/v1/on-call-hours", "schedules"),
			new ProgramRoute(RUNBOOK, "/api/v1/runbooks", "runbooks"),
			new ProgramRoute(POSTMORTEM, "/api/v1/postmortems", "postmortems"),
			new ProgramRoute(POSTMORTEM, "/api/v1/action-items", "postmortems"));

	String pattern() {
		return this.path + "/**";
	}

	String reading() {
		return this.scope + ":read";
	}

	String writing() {
		return this.scope + ":write";
	}

}
