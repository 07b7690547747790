package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.Statements;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PagingIntegrationTests {

	private static final String TWO_STEPS = """
			[{"after": "0m", "notify": [{"onCall": "primary"}]}, {"after": "15m", "notify": [{"person": "grace"}]}]
			""";

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Roster roster;

	@Autowired
	private List<FeedHandler> feeds;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CircuitBreakerRegistry circuits;

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
	}

	@Test
	void pagesWhoIsOnCallSinceAChangeThatTheFeedToldOf() {
		this.firing.policy(TWO_STEPS);
		this.roster.refresh();
		this.neighbours.roster(Firing.ROSTER.replace("\"person\": \"ada\"", "\"person\": \"grace\""));
		FeedHandler feed = this.feeds.stream()
			.filter((one) -> one.feed().equals("oncall-service"))
			.findFirst()
			.orElseThrow();
		feed.apply(new FeedEvent("1.0", "1", "dev.vigie.roster.changed", "/oncall-service", "Schedule/primary",
				this.clock.instant(), "application/json", JsonMapper.shared().createObjectNode()));
		feed.afterBatch();
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
	}

	@Test
	void pagesWhoIsOnCallAndThenTheNextStep() {
		this.firing.policy(TWO_STEPS);
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org");
		FakeMailbox.Mail mail = this.mailbox.mails().getFirst();
		assertThat(mail.subject()).isEqualTo("[P1] INC-" + number + " Disk full on db1");
		assertThat(mail.text()).contains("Sévérité P1", "DiskFull: Disk full on db1", "http://prometheus/graph?db1",
				"http://localhost:8080/incidents/" + number,
				"Full disk http://vigie/runbooks/disk (alertname=DiskFull)", "13:15 (Europe/Paris) : grace");
		this.clock.advance(Duration.ofMinutes(15).minusMillis(1));
		run();
		assertThat(this.mailbox.mails()).hasSize(1);
		this.clock.advance(Duration.ofMillis(1));
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org", "grace@example.org");
		assertThat(this.mailbox.mails().getLast().text()).contains("Severity P1", "Nobody else is told");
		assertThat(this.firing.timeline(number)).containsSubsequence("STEP_STARTED", "PAGE_QUEUED", "PAGE_DELIVERED",
				"STEP_STARTED", "PAGE_QUEUED", "POLICY_EXHAUSTED", "PAGE_DELIVERED");
	}

	@Test
	void oneIncidentThatCannotBePagedHoldsUpNoOther() {
		this.firing.policy(TWO_STEPS);
		long poisoned = this.firing.fires("db1");
		this.clock.advance(Duration.ofSeconds(1));
		this.firing.fires("db2");
		this.jdbc.sql("""
				create function poison() returns trigger language plpgsql as $$ begin
				if new.facts ->> 'number' = '%d' then raise exception 'poisoned'; end if; return new; end $$
				""".formatted(poisoned)).update();
		this.jdbc.sql("create trigger poison before insert on page for each row execute function poison()").update();
		try {
			run();
			assertThat(this.mailbox.mails()).extracting(FakeMailbox.Mail::subject)
				.containsExactly("[P1] INC-" + (poisoned + 1) + " Disk full on db2");
		}
		finally {
			this.jdbc.sql("drop function poison() cascade").update();
		}
		this.clock.advance(Duration.ofMinutes(1));
		run();
		assertThat(this.mailbox.mails()).hasSize(2);
	}

	@Test
	void needsNoMoreStatementsForMoreIncidents() {
		this.firing.policy(TWO_STEPS);
		List<Integer> statements = Stream.of(1, 3, 30).map((count) -> {
			IntStream.range(0, count).forEach((i) -> this.firing.fires(count + "db" + i));
			return Statements.during(this.executor::runDue);
		}).toList();
		assertThat(statements.getLast()).isLessThanOrEqualTo(statements.get(1)).isPositive();
		run();
		assertThat(this.mailbox.mails()).hasSize(34);
	}

	@Test
	void restsUntilTheNextStepIsDueAndNoLonger() {
		Duration second = Duration.ofSeconds(1);
		assertThat(this.executor.rest(second)).isEqualTo(second);
		this.firing.policy(TWO_STEPS);
		long number = this.firing.fires("db1");
		run();
		assertThat(this.executor.rest(second)).isEqualTo(second);
		Instant due = this.jdbc.sql("select due_at from incident where number = ?")
			.param(number)
			.query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single();
		this.clock.set(due.minusMillis(300));
		assertThat(this.executor.rest(second)).isEqualTo(Duration.ofMillis(300));
		this.clock.set(due.plus(second));
		assertThat(this.executor.rest(second)).as("Others are at it")
			.isBetween(Duration.ofMillis(1), second.dividedBy(10));
	}

	@Test
	void pagesByTheLastRosterWhenOnCallIsAwayAndSaysSo() {
		this.firing.policy(TWO_STEPS);
		this.roster.refresh();
		this.neighbours.onCallAway(true);
		this.clock.advance(Duration.ofDays(6));
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org");
		assertThat(this.firing.timeline(number)).contains("ROSTER_SNAPSHOT_USED");
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline")).contains("2026-03-02T12:00:00Z",
				"PT144H");
	}

	@Test
	void tellsAFewShortLinksOfTheRoute() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}]}]");
		String links = IntStream.range(0, 6)
			.mapToObj(
					(link) -> "{\"name\": \"Panel %d\", \"url\": \"https://grafana.example/d/%d?host={labels.host}%s\"}"
						.formatted(link, link, (link == 1) ? "&x=" + "y".repeat(1000) : ""))
			.collect(Collectors.joining(", "));
		this.firing.put("routes/all", """
				{"order": 1, "match": "true", "severityRules": "all", "escalationPolicy": "all", "links": [%s]}
				""".formatted(links));
		this.firing.fires("db 1");
		run();
		assertThat(this.mailbox.mails().getFirst().text())
			.contains("Panel 0: https://grafana.example/d/0?host=db%201", "Panel 2: ", "Panel 3: ")
			.doesNotContain("Panel 1", "Panel 4");
	}

	@Test
	void saysOnceThatOnCallIsAwayAndOnceThatItIsBack() {
		this.firing.policy("[%s]".formatted(IntStream.range(0, 5)
			.mapToObj((step) -> "{\"after\": \"%dm\", \"notify\": [{\"person\": \"ada\"}]}".formatted(step * 10))
			.collect(Collectors.joining(", "))));
		this.roster.refresh();
		this.neighbours.onCallAway(true);
		this.clock.advance(Duration.ofMinutes(1));
		long number = this.firing.fires("db1");
		for (int step = 0; step < 5; step++) {
			run();
			this.clock.advance(Duration.ofMinutes(10));
			if (step == 2) {
				this.neighbours.onCallAway(false);
				this.circuits.circuitBreaker("oncall").reset();
			}
		}
		assertThat(this.mailbox.recipients()).hasSize(5);
		assertThat(this.firing.timeline(number)).containsOnlyOnce("ROSTER_SNAPSHOT_USED", "ROSTER_FRESH")
			.containsSubsequence("ROSTER_SNAPSHOT_USED", "STEP_STARTED", "STEP_STARTED", "STEP_STARTED", "ROSTER_FRESH",
					"STEP_STARTED");
	}

	@Test
	void saysOnceThatNothingGoesByAChannelAndOnceThatItDoesAgain() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"person": "ada"}, {"person": "grace"}]},
				 {"after": "1m", "notify": [{"person": "linus"}]}]
				""");
		this.circuits.circuitBreaker("email").transitionToForcedOpenState();
		long number = this.firing.fires("db1");
		for (int minute = 0; minute < 5; minute++) {
			run();
			this.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(this.mailbox.mails()).isEmpty();
		assertThat(this.firing.timeline(number)).containsOnlyOnce("CIRCUIT_OPEN")
			.contains("FALLBACK_USED")
			.doesNotContain("PAGE_RETRYING", "CIRCUIT_CLOSED");
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline"))
			.contains("Nothing goes out by email for now");
		this.circuits.circuitBreaker("email").reset();
		run();
		this.clock.advance(Duration.ofMinutes(1));
		run();
		assertThat(this.mailbox.recipients()).contains("ada@example.org", "grace@example.org", "linus@example.org");
		assertThat(this.firing.timeline(number)).containsOnlyOnce("CIRCUIT_OPEN", "CIRCUIT_CLOSED");
	}

	@Test
	void pagesTheInstallationsFallbackWhenNoRosterWasEverKnown() {
		this.neighbours.onCallAway(true);
		this.firing.policy(TWO_STEPS);
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ops@example.org");
		assertThat(this.firing.timeline(number)).containsSubsequence("TARGET_EMPTY", "PAGE_QUEUED", "FALLBACK_USED")
			.doesNotContain("ROSTER_SNAPSHOT_USED");
	}

	@Test
	void pagesTheTeamsFallbackWhenATargetIsEmpty() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"onCall\": \"nobody\"}, {\"person\": \"gone\"}]}]");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("linus@example.org");
		assertThat(this.firing.timeline(number)).containsSubsequence("TARGET_EMPTY", "PAGE_QUEUED", "FALLBACK_USED",
				"TARGET_EMPTY", "FALLBACK_USED");
	}

	@Test
	void pagesTheInstallationsFallbackWhenNoRouteMatches() {
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ops@example.org");
		assertThat(idleReason(number)).isEqualTo("NO_POLICY");
	}

	@Test
	void triesTheNextAddressAndThenTheNextStepWhenAChannelRefuses() {
		this.firing.policy(TWO_STEPS);
		this.mailbox.refuses("ada@example.org");
		this.mailbox.refuses("ada@home.example.org");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
		assertThat(this.firing.timeline(number)).containsSubsequence("PAGE_FAILED", "PAGE_QUEUED", "FALLBACK_USED",
				"PAGE_FAILED", "FALLBACK_USED", "STEP_STARTED", "PAGE_DELIVERED");
	}

	@Test
	@DisplayName("Check 24: an answer of 200 that says ok false is a failure, and the next channel is tried")
	void triesTheNextStepWhenAChatTakesNothingThoughItAnswers200() {
		this.firing.put("channels/chat", """
				{"type": "webhook", "url": "%s", "secret": "whsec_c3RhbmRhcmQtd2ViaG9va3MtdGVzdC1rZXktMjRieXQ="}
				""".formatted(this.neighbours.hookUrl()));
		this.firing
			.policy("""
					[{"after": "0m", "notify": [{"channel": "chat"}]}, {"after": "5m", "notify": [{"person": "grace"}]}]""");
		this.neighbours.hookSays("{\"ok\": false, \"error\": \"not_in_channel\"}");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
		assertThat(this.firing.get("/api/v1/incidents/INC-" + number + "/pages")).contains("not_in_channel");
	}

	@Test
	void triesTheLastResortWhenNoStepIsLeft() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}]}]");
		this.mailbox.refuses("grace@example.org");
		this.mailbox.refuses("linus@example.org");
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ops@example.org");
	}

	@Test
	void keepsTryingUnderOneMessageIdAndTellsSomebodyElseOnce() {
		this.firing.policy(TWO_STEPS);
		this.mailbox.outOfOrder(true);
		long number = this.firing.fires("db1");
		run();
		for (int attempt = 0; attempt < 5; attempt++) {
			this.clock.advance(Duration.ofSeconds(60));
			run();
		}
		List<String> fallbacks = this.firing.timeline(number).stream().filter("FALLBACK_USED"::equals).toList();
		assertThat(this.mailbox.mails()).isEmpty();
		assertThat(attempts("ada@example.org")).isEqualTo(6);
		assertThat(attempts("ada@home.example.org")).isPositive();
		this.mailbox.outOfOrder(false);
		this.neighbourhood.closeCircuits();
		this.clock.advance(Duration.ofSeconds(60));
		run();
		assertThat(this.mailbox.recipients()).contains("ada@example.org", "ada@home.example.org");
		assertThat(this.mailbox.mails().stream().map(FakeMailbox.Mail::messageId))
			.allMatch((id) -> id.endsWith("@vigie>"))
			.doesNotHaveDuplicates();
		assertThat(fallbacks).hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void pagesNobodyAnyMoreOnceAcknowledged() {
		this.firing.policy(TWO_STEPS);
		this.mailbox.outOfOrder(true);
		long number = this.firing.fires("db1");
		run();
		this.firing.acknowledge(number);
		this.mailbox.outOfOrder(false);
		this.clock.advance(Duration.ofHours(1));
		run();
		assertThat(this.mailbox.mails()).isEmpty();
		assertThat(this.firing.timeline(number)).containsSubsequence("PAGE_RETRYING", "ACKNOWLEDGED");
		assertThat(this.firing.timeline(number)).contains("PAGE_CANCELLED");
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/pages")).contains("\"cancelled\"");
	}

	@Test
	void pagesAWebhookAndHidesItsPath() {
		this.firing.put("channels/chat", """
				{"type": "webhook", "url": "%s", "secret": "whsec_c3RhbmRhcmQtd2ViaG9va3MtdGVzdC1rZXktMjRieXQ="}
				""".formatted(this.neighbours.hookUrl()));
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"channel\": \"chat\"}]}]");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.neighbours.hooks()).hasSize(1);
		assertThat(this.neighbours.hooks().getFirst().body()).contains("\"INC-" + number + "\"", "Disk full on db1");
		assertThat(this.firing.get("/api/v1/incidents/INC-" + number + "/pages")).contains("\"delivered\"")
			.doesNotContain("secret-path");
	}

	@Test
	void goesOnWithoutARunbookWhenNobodyCanSay() {
		this.neighbours.runbooksAway(true);
		this.firing.policy(TWO_STEPS);
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.mails().getFirst().text()).contains("Procédure : n'a pas pu être recherchée");
		assertThat(this.firing.timeline(number)).contains("RUNBOOK_UNKNOWN");
	}

	@Test
	void writesNothingIntoTheHeadersOfAMail() throws Exception {
		this.firing.policy(TWO_STEPS);
		this.firing.fires("db1", "Disk\r\nBcc: eve@example.org\r\n\r\nfull");
		run();
		FakeMailbox.Mail mail = this.mailbox.mails().getFirst();
		assertThat(mail.message().getHeader("Bcc")).isNull();
		assertThat(mail.subject()).doesNotContain("\r", "\n").contains("Disk Bcc: eve@example.org full");
	}

	@Test
	void tellsWhoIsPagedOnceForAPersonFoundTwice() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"onCall\": \"primary\"}, {\"team\": \"rewapp\"}]}]");
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
	}

	@Test
	void answers404ForThePagesOfNoIncident() {
		assertThat(this.firing.get("/api/v1/incidents/4711/pages")).contains("not-found");
	}

	@Test
	void pagesAgainFromTheFirstStepWhenReopened() {
		this.firing.policy(TWO_STEPS);
		long number = this.firing.fires("db1");
		run();
		this.firing.resolves("db1");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.firing.fires("db1")).isEqualTo(number);
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org", "ada@example.org");
	}

	private void run() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

	private int attempts(String address) {
		return this.jdbc.sql("select sum(attempts) from page where address = :address")
			.param("address", address)
			.query((row, _) -> row.getInt(1))
			.single();
	}

	private String idleReason(long number) {
		return this.jdbc.sql("select idle_reason from incident where number = :number")
			.param("number", number)
			.query((row, _) -> row.getString(1))
			.single();
	}

}
