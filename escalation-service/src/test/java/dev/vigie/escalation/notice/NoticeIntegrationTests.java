package dev.vigie.escalation.notice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class NoticeIntegrationTests {

	@Autowired
	@Qualifier("alertFeed")
	private FeedHandler feed;

	@Autowired
	private NoticeDispatcher dispatcher;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void twoChannels() {
		this.neighbourhood.reset();
		channel("ops", "{\"type\": \"email\", \"address\": \"ops@example.org\"}");
		channel("chat", "{\"type\": \"webhook\", \"url\": \"%s\", \"secret\": \"0123456789abcdef\"}"
			.formatted(this.neighbours.hookUrl()));
	}

	@Test
	void tellEachChannelOnceOfTheStartAndOfTheEnd() {
		hears(told(7, "started", "\"ops\", \"chat\", \"ops\"", ""));
		hears(told(7, "started", "\"ops\", \"chat\"", "")); // as after a restore
		sendAll();
		assertThat(this.mailbox.mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.to()).isEqualTo("ops@example.org");
			assertThat(mail.subject()).isEqualTo("Silence db-upgrade has begun: new disks");
			assertThat(mail.text().lines()).containsSubsequence("new disks",
					"From Mar 2, 2026, 12:00\u202fPM (UTC) to Mar 2, 2026, 2:00\u202fPM (UTC), nobody is told of alerts"
							+ " for which all of this holds:",
					"- instance =~ db[0-9]+", "- vigie_team != web", "Written by ada, for team platform");
			assertThat(mail.text()).contains("/console/silences");
		});
		assertThat(this.neighbours.hooks()).singleElement()
			.satisfies((hook) -> assertThat(hook.body()).contains("\"type\":\"dev.vigie.silence.started\"",
					"\"name\":\"db-upgrade\"", "\"instance =~ db[0-9]+\""));
		hears(told(9, "ended", "\"ops\"", "\"endedBy\": \"grace\","));
		sendAll();
		assertThat(this.mailbox.mails()).hasSize(2).last().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("Silence db-upgrade is over: new disks");
			assertThat(mail.text()).contains("grace ended it early.");
			assertThat(mail.message().getHeader("References"))
				.isEqualTo(this.mailbox.mails().getFirst().message().getHeader("References"));
		});
		assertThat(this.neighbours.hooks()).hasSize(1);
	}

	@Test
	void tellNobodyWhoDidNotAsk() {
		hears(told(1, "started", "", ""));
		hears(told(2, "lengthened", "\"ops\"", ""));
		assertThat(this.dispatcher.claim()).isEmpty();
	}

	@Test
	void belongToTheTransactionThatTakesTheEvent() {
		this.transactions.executeWithoutResult((transaction) -> {
			this.feed.applyAll(List.of(told(1, "started", "\"ops\"", "")));
			transaction.setRollbackOnly();
		});
		assertThat(this.dispatcher.claim()).isEmpty();
	}

	@Test
	void areTriedAgainUntilNobodyWantsToKnowAnyMore() {
		hears(told(1, "started", "\"ops\"", ""));
		this.mailbox.outOfOrder(true);
		sendAll();
		assertThat(this.dispatcher.claim()).isEmpty();
		this.clock.advance(Duration.ofSeconds(5));
		this.mailbox.outOfOrder(false);
		sendAll();
		assertThat(this.mailbox.mails()).hasSize(1);
		hears(told(2, "ended", "\"ops\"", ""));
		this.mailbox.outOfOrder(true);
		this.clock.advance(Notices.STALE);
		sendAll();
		assertThat(states()).containsExactly("DELIVERED", "FAILED");
	}

	@Test
	void areSentAgainWhenTheirSenderDied() {
		hears(told(1, "started", "\"ops\"", ""));
		assertThat(this.dispatcher.claim()).hasSize(1); // and the machine dies
		assertThat(this.dispatcher.claim()).isEmpty();
		this.clock.advance(Notices.LEASE);
		sendAll();
		assertThat(states()).containsExactly("DELIVERED");
	}

	@Test
	void endWhereThereIsNoSuchChannel() {
		hears(told(1, "started", "\"gone\"", ""));
		sendAll();
		assertThat(states()).containsExactly("FAILED");
	}

	private void sendAll() {
		this.dispatcher.claim().forEach(this.dispatcher::send);
	}

	private List<String> states() {
		return this.jdbc.sql("select status from notice order by created_at, subject")
			.query((row, _) -> row.getString(1))
			.list();
	}

	private void hears(FeedEvent event) {
		this.transactions.executeWithoutResult((_) -> this.feed.applyAll(List.of(event)));
	}

	private FeedEvent told(int id, String turn, String channels, String more) {
		return new FeedEvent("1.0", String.valueOf(id), "dev.vigie.silence." + turn, "/alert-ingest",
				"silence/db-upgrade", this.clock.instant(), "application/json", JsonMapper.shared().readTree("""
						{"silence": {"name": "db-upgrade", "reason": "new disks", "author": "ada", "team": "platform",
						"match": [{"label": "instance", "matches": "db[0-9]+"},
							{"label": "vigie_team", "notEquals": "web"}],
						"startsAt": "2026-03-02T12:00:00Z", "endsAt": "2026-03-02T14:00:00Z", %s "announce": [%s]}}
						""".formatted(more, channels)));
	}

	private void channel(String name, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/channels/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec.getBytes(StandardCharsets.UTF_8))
			.with(Tokens.by("ada", "config:write"))).hasStatus2xxSuccessful();
	}

}
