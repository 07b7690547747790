package dev.vigie.escalation.page;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.Statements;
import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.channel.Delivery;
import dev.vigie.escalation.channel.Destination;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class PageDispatcherIntegrationTests {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofSeconds(90);

	@Autowired
	private Pages pages;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Outcomes outcomes;

	@Autowired
	private Courier courier;

	@Autowired
	private PageText text;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Alerts alerts;

	@Autowired
	private HikariDataSource pool;

	@Autowired
	private Stumbling stumbling;

	@Autowired
	private JdbcClient jdbc;

	private UUID incidentId = UUID.randomUUID();

	@BeforeEach
	void oneIncident() {
		this.neighbourhood.reset();
		this.stumbling.over(null);
		this.incidentId = this.alerts.open();
	}

	@Test
	void sendsAgainUnderTheSameMessageIdWhenItDiedBeforeItCouldRecord() {
		queue("ada");
		Page attempt = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst();
		this.courier.deliver(this.text.render(attempt)); // and the machine dies
		assertThat(this.dispatcher.runDue()).isZero();
		this.clock.advance(LEASE);
		assertThat(this.dispatcher.runDue()).isOne();
		assertThat(this.mailbox.mails()).hasSize(2);
		assertThat(this.mailbox.mails().stream().map(FakeMailbox.Mail::messageId).distinct())
			.containsExactly(attempt.messageId());
		assertThat(only().status()).isEqualTo(PageStatus.DELIVERED);
	}

	@Test
	void recordsWhatArrivedAsSoonAsTheDatabaseTakesIt() {
		queue("ada");
		try (BusyDatabase database = new BusyDatabase(this.pool)) {
			this.mailbox.onceTaken(database::busy);
			this.dispatcher.claim(ChannelType.EMAIL, 10).forEach(this.dispatcher::send);
			database.idle();
			assertThat(only().status()).isEqualTo(PageStatus.SENDING);
			assertThat(this.dispatcher.runDue()).isZero();
		}
		assertThat(only().status()).isEqualTo(PageStatus.DELIVERED);
		assertThat(this.mailbox.mails()).hasSize(1);
	}

	@Test
	void forgetsWhatArrivedOnceItsLeaseIsOverAndTriesAgain() {
		queue("ada");
		try (BusyDatabase database = new BusyDatabase(this.pool)) {
			this.mailbox.onceTaken(database::busy);
			this.dispatcher.claim(ChannelType.EMAIL, 10).forEach(this.dispatcher::send);
			this.mailbox.onceTaken(database::idle);
			this.clock.advance(LEASE);
			assertThatExceptionOfType(TransactionException.class).isThrownBy(this.dispatcher::runDue);
			database.idle();
			assertThat(this.dispatcher.runDue()).isOne();
		}
		assertThat(only()).matches((page) -> page.status() == PageStatus.DELIVERED && page.attempts() == 2);
	}

	@Test
	void believesTheHolderOfTheLeaseAndNobodyElse() {
		queue("ada");
		Page slow = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst();
		this.clock.advance(LEASE);
		assertThat(this.dispatcher.runDue()).isOne();
		this.pages.record(slow, new Delivery.Refused("too late to matter"));
		assertThat(only().status()).isEqualTo(PageStatus.DELIVERED);
	}

	@Test
	void believesTheNextHolderWhileThatIsStillSending() {
		queue("ada");
		Page paused = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst();
		this.clock.advance(PAUSE);
		Page next = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst();
		this.dispatcher.send(paused);
		assertThat(only()).matches((page) -> page.status() == PageStatus.SENDING && page.attempts() == 2);
		this.dispatcher.send(next);
		assertThat(only().status()).isEqualTo(PageStatus.DELIVERED);
		assertThat(this.mailbox.mails().stream().map(FakeMailbox.Mail::messageId)).hasSize(2)
			.containsOnly(paused.messageId());
	}

	@Test
	void saysOnceThatItArrivedWhenASenderStoodStillAndWentOn() {
		queue("ada");
		Page paused = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst();
		this.clock.advance(PAUSE);
		assertThat(this.dispatcher.runDue()).isOne();
		this.dispatcher.send(paused);
		this.clock.advance(PAUSE);
		assertThat(this.dispatcher.runDue()).isZero();
		assertThat(this.mailbox.mails().stream().map(FakeMailbox.Mail::messageId)).hasSize(2)
			.containsOnly(paused.messageId());
		assertThat(this.jdbc.sql("select count(*) from timeline_entry where code = 'PAGE_DELIVERED'")
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void isQueuedOnceForAStepAndTarget() {
		assertThat(queue("ada")).isTrue();
		assertThat(queue("ada")).isFalse();
		assertThat(queue("grace")).isTrue();
	}

	@Test
	void doesNotTryAgainWhatWasCancelledOnItsWay() {
		queue("ada");
		Page attempt = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst();
		this.pages.cancel(this.incidentId);
		this.pages.record(attempt, new Delivery.TryLater(Duration.ZERO, "busy"));
		assertThat(only().status()).isEqualTo(PageStatus.CANCELLED);
		this.clock.advance(LEASE);
		assertThat(this.dispatcher.runDue()).isZero();
	}

	@Test
	void givesUpWhatWasCancelledWhileItsSenderDied() {
		queue("ada");
		this.dispatcher.claim(ChannelType.EMAIL, 10);
		this.pages.cancel(this.incidentId);
		this.clock.advance(LEASE);
		assertThat(this.dispatcher.runDue()).isZero();
		assertThat(only().status()).isEqualTo(PageStatus.CANCELLED);
	}

	@Test
	void onePageThatCannotBeGivenUpHoldsUpNoOther() {
		queue("ada");
		UUID stuck = this.dispatcher.claim(ChannelType.EMAIL, 10).getFirst().id();
		this.pages.cancel(this.incidentId);
		this.clock.advance(LEASE);
		this.incidentId = this.alerts.open();
		queue("grace");
		this.stumbling.over(stuck);
		assertThat(this.dispatcher.runDue()).isOne();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
	}

	@Test
	void recordsWhatCanBeRecordedOfWhatEndedTogether() {
		List<Page> claimed = claimed(3);
		this.stumbling.over(claimed.get(1).id());
		this.outcomes.record(arrived(claimed));
		assertThat(statuses()).containsExactlyInAnyOrder("DELIVERED", "SENDING", "DELIVERED");
		this.stumbling.over(null);
		this.outcomes.recordAgain();
		assertThat(statuses()).containsOnly("DELIVERED");
		assertThat(this.jdbc.sql("select count(*) from timeline_entry where code = 'PAGE_DELIVERED'")
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void needsNoMoreStatementsForMorePagesThatArrived() {
		List<Integer> statements = Stream.of(2, 20)
			.map(this::claimed)
			.map((claimed) -> Statements.during(() -> this.outcomes.record(arrived(claimed))))
			.toList();
		assertThat(statements.getLast()).isEqualTo(statements.getFirst()).isPositive();
		assertThat(statuses()).hasSize(22).containsOnly("DELIVERED");
	}

	private List<Page> claimed(int count) {
		for (int i = 0; i < count; i++) {
			long number = this.alerts.fires(count + "x" + i, "Disk full");
			this.incidentId = this.jdbc.sql("select id from incident where number = ?")
				.param(number)
				.query((row, _) -> row.getObject(1, UUID.class))
				.single();
			queue("ada");
		}
		return this.dispatcher.claim(ChannelType.EMAIL, count);
	}

	private static List<Pages.Ended> arrived(List<Page> attempts) {
		return attempts.stream().map((attempt) -> new Pages.Ended(attempt, new Delivery.Delivered())).toList();
	}

	private List<String> statuses() {
		return this.jdbc.sql("select status from page").query(String.class).list();
	}

	private boolean queue(String person) {
		PageFacts facts = new PageFacts(1, "Disk full", "P1", null, null, "am", Map.of(), List.of(), 1, null, null,
				List.of(), null, null);
		return this.pages
			.queue(new PageRequest(new PageRequest.At(this.incidentId, 1, 0, 0, 0), "team:rewapp", person,
					Destination.mailbox(person + "@example.org"),
					new PageRequest.Reader(Locale.ENGLISH, ZoneOffset.UTC), facts, Duration.ZERO))
			.isPresent();
	}

	private Page only() {
		List<Page> all = this.pages.of(this.incidentId);
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

}
