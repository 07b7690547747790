package dev.vigie.escalation.erasure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Stage;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class ErasureIntegrationTests {

	private static final String P = "erased-0123456789abcdef";

	/**
	 * Columns of words that name nobody, or only where somebody wrote it freely.
	 */
	private static final Set<String> OTHERS = Set.of("id", "name", "kind", "type", "code", "status", "title", "team",
			"integration", "group_hash", "group_labels", "labels", "annotations", "fingerprint", "generator_url",
			"severity", "severity_reason", "ruled_severity", "ruled_reason", "runbook_state", "idle_reason", "phase",
			"outcome", "impact", "reason", "channel", "address", "url", "secret", "language", "zone", "mailbox",
			"otherwise", "subject", "text", "schedule", "role", "policy", "connection", "what", "message", "template",
			"brief", "parting", "occasion", "feed", "error", "key", "circuit", "body");

	private static final String ROSTER = """
			{"people": [
			  {"name": "zulu", "displayName": "Zulu Lovelace", "contactMethods":
			    [{"type": "email", "address": "zulu@example.org"}, {"type": "email", "address": "z@home.example"}]},
			  {"name": "grace", "displayName": "Grace",
			   "contactMethods": [{"type": "email", "address": "grace@example.org"}]}],
			 "teams": [{"name": "web", "members": [{"person": "zulu"}], "fallback": "zulu"}],
			 "schedules": [{"name": "primary", "shifts": [{"person": "zulu", "role": "primary",
			  "start": "2026-03-02T08:00:00Z", "end": "2026-03-03T08:00:00Z"}]}]}
			""";

	@Autowired
	private Erasing erasing;

	@Autowired
	private Traces traces;

	@Autowired
	private List<FeedHandler> feeds;

	@Autowired
	private Stage stage;

	@Autowired
	private Alerts alerts;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private Roster roster;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	private long number;

	@BeforeEach
	void zuluAtWork() {
		this.stage.set();
		this.neighbours.roster(ROSTER);
		this.roster.refresh();
		this.number = this.alerts.fires("db1", "Disk full");
	}

	@Test
	void leavesTheNameNowhere() {
		everywhere();
		assertThat(tablesWith("zulu")).contains("incident", "timeline_entry", "page", "handoff", "handoff_letter",
				"handoff_note", "incident_role", "incident_subscriber", "status_update", "running_silence", "errand",
				"notice", "subscription_version", "escalation_policy_version", "feed_event", "feed_parked",
				"roster_snapshot");
		Set<String> named = tablesWith("zulu");
		erase();
		assertThat(rows())
			.noneMatch((row) -> row.contains("zulu") || row.contains("z@home") || row.contains("Lovelace"));
		assertThat(tablesWith(P)).isEqualTo(named);
		assertThat(this.stage.timeline(this.number, "en")).contains("Acknowledged by " + P)
			.noneMatch((line) -> line.contains("zulu"));
		assertThat(this.stage.get("/incidents/" + this.number)).bodyJson()
			.extractingPath("acknowledgedBy")
			.isEqualTo(P);
	}

	@Test
	void knowsOfEveryColumnWhetherItNamesPeople() {
		Set<String> known = new TreeSet<>();
		this.traces.columns().forEach((column) -> known.add(column.table() + "." + column.name()));
		List<String> unknown = this.jdbc.sql("""
				select table_name || '.' || column_name from information_schema.columns
				where table_schema = current_schema() and data_type in ('text', 'ARRAY', 'character varying')
					and table_name not in ('erasure', 'roster_snapshot', 'flyway_schema_history')
				order by 1
				""")
			.query(String.class)
			.list()
			.stream()
			.filter((column) -> !known.contains(column) && !OTHERS.contains(column.substring(column.indexOf('.') + 1)))
			.toList();
		assertThat(unknown).as("columns that are new: do they name people? Then Column must know, else OTHERS here")
			.isEmpty();
	}

	@Test
	void leavesWhatIsOnItsWayUntilItHasArrived() {
		UUID page = page("zulu", "zulu@example.org", "PENDING");
		UUID other = page("zulu", "z@home.example", "FAILED");
		UUID grace = page("grace", "grace@example.org", "DELIVERED");
		erase();
		assertThat(address(page)).isEqualTo(P + " zulu@example.org");
		assertThat(address(other)).isEqualTo(P + " erased:" + other);
		assertThat(address(grace)).isEqualTo("grace grace@example.org");
		this.jdbc.sql("update page set status = 'DELIVERED' where id = :id").param("id", page).update();
		this.clock.advance(Duration.ofHours(1));
		run();
		assertThat(address(page)).isEqualTo(P + " erased:" + page);
	}

	@Test
	void findsWhatWasLockedAtFirstAnHourLater() {
		this.stage.post("zulu", "/incidents/" + this.number + "/acknowledge", "");
		tell();
		this.transactions.executeWithoutResult((_) -> {
			this.jdbc.sql("select id from incident for update").query().listOfRows();
			CompletableFuture.runAsync(this::run).join();
		});
		assertThat(acknowledgedBy()).isEqualTo("zulu");
		this.clock.advance(Duration.ofHours(1));
		run();
		assertThat(acknowledgedBy()).isEqualTo(P);
	}

	@Test
	void forgetsTheNameWithTheLastPass() {
		this.stage.post("zulu", "/incidents/" + this.number + "/acknowledge", "");
		erase();
		tell();
		assertThat(tidings()).containsExactly("zulu");
		this.clock.advance(Duration.ofHours(1));
		run();
		assertThat(tidings()).containsExactly("zulu", "zulu");
		this.clock.advance(Duration.ofDays(7));
		run();
		assertThat(tidings()).containsExactly(P, P);
		assertThat(this.jdbc.sql("select concat(person, due_at, passes) from erasure").query(String.class).list())
			.containsExactly("3");
	}

	@Test
	void leavesWhoIsCalledSoAgainAlone() {
		erase();
		this.neighbours.roster(ROSTER);
		this.stage.post("zulu", "/incidents/" + this.number + "/acknowledge", "");
		this.clock.advance(Duration.ofHours(1));
		run();
		assertThat(acknowledgedBy()).isEqualTo("zulu");
		assertThat(this.jdbc.sql("select count(*) from erasure where person is null").query(Integer.class).single())
			.isOne();
	}

	@Test
	void keepsTimelinesAsTheyAreForEverybodyElse() {
		everywhere();
		erase();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update timeline_entry set actor = 'bob'").update())
			.withMessageContaining("only ever added to");
	}

	private void everywhere() {
		String incident = "/incidents/" + this.number;
		this.stage.post("zulu", incident + "/acknowledge", "");
		this.stage.post("zulu", incident + "/roles/commander/take", "");
		this.stage.post("grace", incident + "/roles/scribe/assign", "{\"to\": \"zulu\", \"person\": \"zulu\"}");
		this.stage.post("zulu", incident + "/subscribers", "");
		this.stage.post("zulu", incident + "/updates", "{\"status\": \"identified\", \"message\": \"Known.\"}");
		this.stage.put("/subscriptions/s", "{\"person\": \"zulu\"}");
		this.stage.put("/escalation-policies/p", """
				{"severities": {"P1": {"steps": [{"after": "0m", "notify": [{"person": "zulu"}]}]}}}""");
		page("zulu", "zulu@example.org", "DELIVERED");
		page("zulu", "z@home.example", "FAILED");
		handOff();
		this.jdbc
			.sql("""
					update incident set resolved_by = 'zulu', closed_by = 'zulu', declared_by = 'zulu', severity_set_by = 'zulu',
					people = '[{"person": "zulu", "addedBy": "zulu", "addedAt": "2026-03-02T12:00:00Z"}]'
					""")
			.update();
		this.jdbc.sql("insert into running_silence values ('s', null, 'planned', 'zulu', '2026-03-03T08:00:00Z')")
			.update();
		this.jdbc.sql("""
				insert into timeline_entry (incident_id, occurred_at, recorded_at, code, actor, params)
				select id, triggered_at, triggered_at, 'PAGE_FAILED', null, '{"recipient": "zulu", "channel": "email",
					"target": "person:zulu", "reason": "550 zulu@example.org: unknown"}' from incident
				""").update();
		this.jdbc
			.sql("""
					insert into errand (id, incident_id, what, connection, asked_by, status, attempts, next_attempt_at, created_at)
					select gen_random_uuid(), id, 'TICKET', 'c', 'zulu', 'DONE', 1, triggered_at, triggered_at from incident
					""")
			.update();
		this.jdbc.sql("""
				insert into feed_parked values ('oncall-service', 1, 'Person/zulu', '{"subject": "Person/zulu",
					"data": {"person": "zulu"}}', 'no', '2026-03-02T08:00:00Z')
				""").update();
		this.jdbc.sql("update notice set status = 'DELIVERED'").update();
	}

	private void handOff() {
		UUID id = UUID.randomUUID();
		UUID letter = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into handoff (id, schedule, role, at, outgoing, incoming, until, since, announced, recorded_at, taken_by,
						summary)
					values (:id, 'primary', 'primary', '2026-03-02T08:00:00Z', '{zulu,grace}', '{grace,zulu}',
						'2026-03-03T08:00:00Z', '2026-03-01T08:00:00Z', true, '2026-03-02T08:00:00Z', 'zulu',
						'{"open": [{"number": 1, "acknowledgedBy": "zulu"}], "notes": [{"author": "zulu", "text": "see"}]}')
					""")
			.param("id", id)
			.update();
		this.jdbc.sql("""
				insert into handoff_letter values (:letter, :id, 'INCOMING', 'zulu', 'zulu@example.org', false,
					'2026-03-02T08:00:00Z')
				""").param("letter", letter).param("id", id).update();
		this.jdbc
			.sql("""
					insert into notice (id, thread, mailbox, otherwise, subject, body, payload, status, attempts, next_attempt_at,
						created_at)
					values (:letter, :id, 'zulu@example.org', '{z@home.example}', 'For zulu', 'Zulu Lovelace', '{}', 'DELIVERED', 1,
						'2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z'),
					 (gen_random_uuid(), :id, 'grace@example.org', '{}', 'zulu is commander', 'by zulu', '{}', 'DELIVERED', 1,
						'2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z')
					""")
			.param("letter", letter)
			.param("id", id)
			.update();
		this.jdbc.sql("""
				insert into handoff_note values (gen_random_uuid(), 'primary', 'zulu', '2026-03-02T08:00:00Z', 'see')
				""").update();
	}

	private UUID page(String person, String address, String status) {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into page (id, incident_id, run, again, cycle, step, target, person, type, address, language, zone, facts,
						status, attempts, next_attempt_at, wanted, fallen_back, reason, created_at)
					select :id, id, 1, 0, 0, 0, 'person:' || :person, :person, 'EMAIL', :address, 'en', 'UTC',
						jsonb_build_object('next', jsonb_build_object('targets', jsonb_build_array('person:' || :person))),
						:status, 1, triggered_at, true, false, 'to ' || :address, triggered_at from incident
					""")
			.param("id", id)
			.param("person", person)
			.param("address", address)
			.param("status", status)
			.update();
		return id;
	}

	private String address(UUID page) {
		return this.jdbc.sql("select person || ' ' || address from page where id = :id")
			.param("id", page)
			.query(String.class)
			.single();
	}

	private String acknowledgedBy() {
		return this.jdbc.sql("select acknowledged_by from incident").query(String.class).single();
	}

	private List<String> tidings() {
		return this.jdbc.sql("select data ->> 'person' from feed_event where type = :type order by position")
			.param("type", Erasing.ERASED)
			.query(String.class)
			.list();
	}

	private void erase() {
		tell();
		run();
	}

	// oncall-service has the pseudonym in all its answers from then on.
	private void tell() {
		this.neighbours.roster(ROSTER.replace("Zulu Lovelace", P)
			.replace("\"zulu\"", "\"" + P + "\"")
			.replaceAll("(?s)\\[\\{\"type\": \"email\", \"address\": \"zulu@.*?\\]", "[]"));
		FeedHandler feed = this.feeds.stream()
			.filter((one) -> one.feed().equals("oncall-service"))
			.findFirst()
			.orElseThrow();
		FeedEvent event = new FeedEvent("1.0", "1", "dev.vigie.person.erased", "/oncall-service", "Person/" + P,
				this.clock.instant(), "application/json",
				JsonMapper.shared().createObjectNode().put("person", "zulu").put("pseudonym", P));
		this.transactions.executeWithoutResult((_) -> feed.apply(event));
		feed.afterBatch();
	}

	private void run() {
		while (this.erasing.run()) {
			// until nothing is due
		}
	}

	private Set<String> tablesWith(String name) {
		return rows().stream()
			.filter((row) -> row.contains(name))
			.map((row) -> row.substring(0, row.indexOf(' ')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	// But for who is still to be erased, and the event that tells other programs.
	private List<String> rows() {
		return this.jdbc.sql("""
				select tablename from pg_tables where schemaname = current_schema()
					and tablename not in ('flyway_schema_history', 'erasure')
				""")
			.query(String.class)
			.list()
			.stream()
			.flatMap((table) -> this.jdbc.sql("select '" + table + " ' || to_jsonb(t)::text from " + table + " t")
				.query(String.class)
				.list()
				.stream())
			.filter((row) -> !row.contains(Erasing.ERASED))
			.toList();
	}

}
