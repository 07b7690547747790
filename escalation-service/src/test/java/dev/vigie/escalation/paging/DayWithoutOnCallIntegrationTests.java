package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeMailbox.Mail;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.handoff.Rounds;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On Monday noon oncall-service stops, for a day. Before, ada was to hand over to grace
 * on Tuesday at nine in Paris, and linus had taken this evening from her.
 */
@IntegrationTest
class DayWithoutOnCallIntegrationTests {

	private static final String SHIFTS = """
			[{"person": "ada", "role": "primary", "start": "2026-03-02T08:00:00Z", "end": "2026-03-02T18:00:00Z"},
			 {"person": "linus", "role": "primary", "start": "2026-03-02T18:00:00Z", "end": "2026-03-02T22:00:00Z"},
			 {"person": "ada", "role": "primary", "start": "2026-03-02T22:00:00Z", "end": "2026-03-03T08:00:00Z"},
			 {"person": "grace", "role": "primary", "start": "2026-03-03T08:00:00Z", "end": "2026-03-04T08:00:00Z"},
			 {"person": "grace", "role": "backup", "start": "2026-03-02T08:00:00Z", "end": "2026-03-03T08:00:00Z"}]""";

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Rounds handOffs;

	@Autowired
	private Roster roster;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void oncallStops() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER.replaceFirst("\\[\\{\"person\": \"ada\", \"start\".*?\\]", SHIFTS));
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"onCall\": \"primary\"}]}]");
		this.roster.refresh();
		this.handOffs.run();
		this.neighbours.onCallAway(true);
	}

	@Test
	@DisplayName("Issue 4, shows 6: oncall-service is away for a day, and who is on call is paged all the same")
	void isPagedThroughByTheSnapshot() {
		List<String> paged = new ArrayList<>();
		for (int hour = 1; hour <= 24; hour++) {
			this.clock.advance(Duration.ofHours(1));
			paged.add(this.clock.instant().toString().substring(8, 13) + " " + pagedNow("host" + hour));
			this.handOffs.run();
		}
		assertThat(paged)
			.startsWith("02T13 ada", "02T14 ada", "02T15 ada", "02T16 ada", "02T17 ada", "02T18 linus", "02T19 linus",
					"02T20 linus", "02T21 linus", "02T22 ada", "02T23 ada")
			.endsWith("03T06 ada", "03T07 ada", "03T08 grace", "03T09 grace", "03T10 grace", "03T11 grace",
					"03T12 grace")
			.hasSize(24);
		assertThat(this.mailbox.mails().stream().filter((mail) -> !mail.subject().startsWith("[P1]")).map(Mail::to))
			.as("who came or went, and was told")
			.containsExactlyInAnyOrder("ada@example.org", "linus@example.org", "ada@example.org", "linus@example.org",
					"ada@example.org", "grace@example.org");
		this.neighbours.onCallAway(false);
		this.neighbourhood.closeCircuits();
		long number = this.firing.fires("db1");
		pageAll();
		assertThat(this.firing.timeline(number)).doesNotContain("ROSTER_SNAPSHOT_USED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"person\": \"ada\"}", "{\"team\": \"rewapp\"}" })
	void whoLeavesMeanwhileIsNotPagedAnyMore(String target) {
		this.neighbours.onCallAway(false);
		this.neighbourhood.closeCircuits();
		this.neighbours.roster(
				Firing.ROSTER.replaceFirst("(\"displayName\": \"Ada\",)", "$1 \"leftAt\": \"2026-03-02T18:00:00Z\","));
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [" + target + "]}]");
		this.roster.refresh();
		this.neighbours.onCallAway(true);
		this.clock.advance(Duration.ofHours(6).minusSeconds(1));
		assertThat(pagedAt("before")).contains("ada@example.org");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(pagedAt("after")).doesNotContain("ada@example.org").isNotEmpty();
	}

	private List<String> pagedAt(String host) {
		int before = this.mailbox.mails().size();
		this.firing.fires(host);
		pageAll();
		return this.mailbox.mails().stream().skip(before).map(Mail::to).toList();
	}

	// Who is paged, if the timeline says by what.
	private String pagedNow(String host) {
		int before = this.mailbox.mails().size();
		long number = this.firing.fires(host);
		pageAll();
		assertThat(this.firing.timeline(number)).contains("ROSTER_SNAPSHOT_USED").doesNotContain("FALLBACK_USED");
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline"))
			.contains("\"takenAt\":\"" + Instant.parse("2026-03-02T12:00:00Z"));
		assertThat(this.mailbox.mails()).hasSize(before + 1);
		return this.mailbox.mails().getLast().to().replace("@example.org", "");
	}

	private void pageAll() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

}
