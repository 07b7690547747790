package dev.vigie.allinone.journey;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.journey.Mailbox.Mail;
import dev.vigie.allinone.suite.Program;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentJourneyTests {

	private final Journey journey = Journey.shared();

	private Organisation ops;

	@BeforeEach
	void itIsAdasWeek() {
		this.journey.clock().set(SettableClock.START);
		this.ops = Organisation.in(this.journey.api());
	}

	@Test
	void anAlertPagesWhoeverIsOnCallAndHandsOverTheRunbook() {
		assertThat(this.ops.post("firing", "DiskFull", "critical", "2026-03-02T11:59:00Z").status()).isEqualTo(200);

		JsonNode incident = this.journey.incident("DiskFull", "triggered");
		Mail mail = pageOf("ada", incident);
		assertThat(mail.subject()).startsWith("[P1] INC-" + incident.get("number").asLong())
			.contains("DiskFull happened");
		assertThat(mail.text()).contains("/runbooks/disk").contains("/incidents/" + incident.get("number").asLong());
		assertThat(this.journey.timelineCodes(number(incident))).contains("INCIDENT_TRIGGERED", "SEVERITY_SET",
				"RUNBOOK_ATTACHED", "PAGE_DELIVERED");
		assertThat(this.journey.api().get("/api/v1/incidents/" + number(incident)).at("/runbooks/0/name").asString())
			.isEqualTo("disk");
	}

	@Test
	void aPersonWhoDoesNotAnswerIsFollowedByTheNext() {
		this.ops.post("firing", "NobodyAnswers", "critical", "2026-03-02T11:59:00Z");
		JsonNode incident = this.journey.incident("NobodyAnswers", "triggered");
		pageOf("ada", incident);

		this.journey.clock().advance(Duration.ofMinutes(4));
		assertThat(mails("linus", incident)).isEmpty();
		this.journey.clock().advance(Duration.ofMinutes(1));

		pageOf("linus", incident);
		assertThat(mails("ada", incident)).hasSize(1);
	}

	@Test
	void nobodyElseIsPagedOnceSomebodyTookCharge() {
		this.ops.post("firing", "TakenCharge", "critical", "2026-03-02T11:59:00Z");
		JsonNode incident = this.journey.incident("TakenCharge", "triggered");
		pageOf("ada", incident);

		JsonNode acknowledged = this.journey.api().post("/api/v1/incidents/" + number(incident) + "/acknowledge", "");
		this.journey.clock().advance(Duration.ofHours(3));
		JsonNode again = this.journey.api().post("/api/v1/incidents/" + number(incident) + "/acknowledge", "");

		assertThat(acknowledged.get("status").asString()).isEqualTo("acknowledged");
		assertThat(again.get("acknowledgedAt")).isEqualTo(acknowledged.get("acknowledgedAt"));
		this.ops.post("firing", "AfterTakenCharge", "critical", "2026-03-02T11:59:00Z");
		pageOf("ada", this.journey.incident("AfterTakenCharge", "triggered")); // the
																				// pager
																				// is
																				// awake
		assertThat(mails("linus", incident)).isEmpty();
	}

	@Test
	void aResolvedIncidentLeavesADraftedPostmortem() {
		this.ops.post("firing", "Outage", "critical", "2026-03-02T11:58:00Z");
		JsonNode incident = this.journey.incident("Outage", "triggered");
		pageOf("ada", incident);
		this.journey.clock().advance(Duration.ofMinutes(2));

		this.ops.post("resolved", "Outage", "critical", "2026-03-02T11:58:00Z");

		this.journey.incident("Outage", "resolved");
		JsonNode draft = Journey.eventually()
			.until(() -> this.journey.api()
				.items("/api/v1/postmortems?incident=" + number(incident))
				.findFirst()
				.orElse(null), (found) -> found != null);
		JsonNode postmortem = this.journey.api().get("/api/v1/postmortems/" + draft.get("id").asString());
		assertThat(postmortem.get("status").asString()).isEqualTo("draft");
		assertThat(postmortem.get("timeline").valueStream().map((entry) -> entry.get("code").asString()))
			.contains("INCIDENT_TRIGGERED", "PAGE_DELIVERED", "RESOLVED");
	}

	@Test
	void aMinorIncidentLeavesNone() {
		this.ops.post("firing", "Minor", "warning", "2026-03-02T11:58:00Z");
		JsonNode incident = this.journey.incident("Minor", "triggered");
		this.ops.post("resolved", "Minor", "warning", "2026-03-02T11:58:00Z");
		this.journey.incident("Minor", "resolved");

		this.ops.post("firing", "MajorAfterMinor", "critical", "2026-03-02T11:58:00Z");
		JsonNode major = this.journey.incident("MajorAfterMinor", "triggered");
		this.journey.api().post("/api/v1/incidents/" + number(major) + "/resolve", "");
		Journey.eventually()
			.until(() -> this.journey.api().items("/api/v1/postmortems?incident=" + number(major)).count() == 1);
		assertThat(this.journey.api().items("/api/v1/postmortems?incident=" + number(incident))).isEmpty();
	}

	@Test
	void withoutOncallServiceThePageGoesToTheRightPersonAllTheSame() {
		this.ops.post("firing", "BeforeTheOutage", "critical", "2026-03-02T11:59:00Z");
		pageOf("ada", this.journey.incident("BeforeTheOutage", "triggered"));
		this.journey.suite().stop(Program.ONCALL);
		restart(Program.ESCALATION); // what it knows, it knows from its database
		try {
			this.journey.clock().set(SettableClock.START.plus(Duration.ofDays(7))); // grace's
																					// week
																					// by
																					// now
			this.ops.post("firing", "OncallAway", "critical", "2026-03-09T11:59:00Z");

			JsonNode incident = this.journey.incident("OncallAway", "triggered");
			Mail mail = pageOf("grace", incident);
			assertThat(mail.subject()).contains("OncallAway");
			assertThat(this.journey.timelineCodes(number(incident))).contains("ROSTER_SNAPSHOT_USED");
			assertThat(mails("ada", incident)).isEmpty();
		}
		finally {
			this.journey.suite().start(Program.ONCALL);
		}
	}

	@Test
	void withoutRunbookServiceThePageGoesOutAndSaysSo() {
		this.journey.suite().stop(Program.RUNBOOK);
		try {
			this.ops.post("firing", "RunbooksAway", "critical", "2026-03-02T11:59:00Z");
			JsonNode incident = this.journey.incident("RunbooksAway", "triggered");
			pageOf("ada", incident);
			assertThat(this.journey.timelineCodes(number(incident))).contains("RUNBOOK_UNKNOWN");
		}
		finally {
			this.journey.suite().start(Program.RUNBOOK);
		}
	}

	@Test
	void theGatewayMayBeAwayForAcceptedAlerts() {
		this.ops.post("firing", "BeforeTheGateway", "critical", "2026-03-02T11:59:00Z");
		pageOf("ada", this.journey.incident("BeforeTheGateway", "triggered"));
		String inner = this.ops.alertmanagerUrl()
			.replace(this.journey.suite().url(), this.journey.suite().url(Program.ALERT_INGEST));
		this.journey.suite().stop(Program.GATEWAY);
		try {
			String body = Organisation.webhook("firing", "GatewayAway", "critical", "2026-03-02T11:59:00Z");
			assertThat(this.journey.api().as(null).send("POST", inner, body).status()).isEqualTo(200);
			Journey.eventually()
				.until(() -> this.journey.mailbox().of("ada@ops.example"),
						(mails) -> mails.stream().anyMatch((mail) -> mail.subject().contains("GatewayAway")));
		}
		finally {
			this.journey.suite().start(Program.GATEWAY);
		}
	}

	private void restart(Program program) {
		this.journey.suite().stop(program);
		this.journey.suite().start(program);
	}

	private Mail pageOf(String person, JsonNode incident) {
		return Journey.eventually().until(() -> mails(person, incident), (mails) -> !mails.isEmpty()).getFirst();
	}

	private List<Mail> mails(String person, JsonNode incident) {
		return this.journey.mailbox()
			.of(person + "@ops.example")
			.stream()
			.filter((mail) -> mail.subject().contains("INC-" + number(incident) + " "))
			.toList();
	}

	private static long number(JsonNode incident) {
		return incident.get("number").asLong();
	}

}
