package dev.vigie.escalation.handoff;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeMailbox.Mail;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.notice.NoticeMail;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class HandOffIntegrationTests {

	private static final String NOBODY_HAS_TO = "null";

	private static final String WITHIN_15_MINUTES = "{\"takeOverWithin\": \"15m\"}";

	@Autowired
	private HandOffRound round;

	@Autowired
	private NoticeMail mail;

	@Autowired
	private Roster roster;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private Alerts alerts;

	@Autowired
	@Qualifier("alertFeed")
	private FeedHandler alertFeed;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void adaGoesAndGraceComesAtTwo() {
		this.neighbourhood.reset();
		this.neighbours.roster(roster(WITHIN_15_MINUTES, "ada 08 14, grace 14 22"));
		this.roster.refresh();
		run(); // ada came in the morning, which is no news
		assertThat(this.mailbox.mails()).isEmpty();
	}

	@Test
	void tellWhoComesAndWhoGoesInTheirLanguageAndTime() {
		long number = this.alerts.fires("db1", "Disk full on db1");
		this.jdbc.sql("update incident set team = 'rewapp', severity = 'P1'").update();
		note("ada", "Disk of db1 is\nbeing replaced.");
		this.clock.set(at("14:00"));
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
		assertThat(mailTo("grace@example.org").subject()).isEqualTo("You are on call: web");
		assertThat(mailTo("grace@example.org").text().lines().map((line) -> line.replace('\u202f', ' ')))
			.containsExactly("You are on call for web (primary) until Mar 2, 2026, 10:00 PM (UTC).",
					"You take over from Ada.",
					"Please say by Mar 2, 2026, 2:15 PM (UTC) that you have taken over: http://localhost:8080/console/handoffs",
					"", "One incident is open:",
					"- [P1] INC-" + number + " Disk full on db1 (2 h 0 min, acknowledged by nobody)",
					"  http://localhost:8080/incidents/" + number, "",
					"Since Mar 2, 2026, 8:00 AM (UTC): one incident opened, 0 resolved, no page sent.",
					"- [P1] INC-" + number + " Disk full on db1", "", "A note:", "- ada, Mar 2, 2026, 12:00 PM (UTC):",
					"  Disk of db1 is", "  being replaced.");
		assertThat(mailTo("ada@example.org").subject()).isEqualTo("Relève par Grace : web");
		assertThat(mailTo("ada@example.org").text()).contains(
				"La relève de web (principal) est assurée par Grace, d'astreinte jusqu'au 2 mars 2026 23:00 (Europe/Paris).",
				"Un incident est ouvert :", "Depuis le 2 mars 2026 09:00 (Europe/Paris)");
	}

	@Test
	void tellWhatIsSilencedForTheTeam() {
		silence("started", "db-upgrade", "\"rewapp\"");
		silence("started", "other-team", "\"other\"");
		silence("started", "no-team", "null");
		silence("started", "over", "null");
		silence("ended", "over", "null");
		this.clock.set(at("14:00"));
		run();
		assertThat(mailTo("grace@example.org").text().replace('\u202f', ' '))
			.contains("Nobody is told of what these silences mute:",
					"- db-upgrade: new disks (by ada, until Mar 2, 2026, 6:00 PM (UTC))", "- no-team: ")
			.doesNotContain("other-team", "- over: ");
	}

	@Test
	void tellOnceHoweverManyLook() throws Exception {
		this.clock.set(at("14:00"));
		try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Void>> rounds = Stream.generate(() -> (Callable<Void>) () -> {
				this.round.run();
				return null;
			}).limit(8).toList();
			for (Future<Void> done : replicas.invokeAll(rounds)) {
				done.get();
			}
		}
		run();
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
		assertThat(statuses()).containsExactly("open", "unannounced");
	}

	@Test
	void areFoundInTheLastRosterWhenOnCallIsAwayAndSaySo() {
		this.neighbours.onCallAway(true);
		this.clock.set(at("14:00"));
		run();
		assertThat(mailTo("grace@example.org").text().replace('\u202f', ' '))
			.contains("The schedules could not be asked; those known since Mar 2, 2026, 12:00 PM (UTC) were used.");
	}

	@Test
	void areThoseOfAnOverrideThatWasMadeMomentsBefore() {
		this.clock.set(at("14:00"));
		this.neighbours.roster(roster(NOBODY_HAS_TO, "ada 08 14, linus 14 16, grace 16 22"));
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "linus@example.org");
	}

	@Test
	void areKeptAndNotToldWhenTheyWereMissedForLong() {
		this.clock.set(at("15:00"));
		run();
		assertThat(this.mailbox.mails()).isEmpty();
		assertThat(statuses()).containsExactly("unannounced", "unannounced");
	}

	@Test
	void areToldLateWhenTheyWereMissedForAWhileWithTheWholeTimeToTakeOver() {
		this.clock.set(at("14:59"));
		run();
		assertThat(mailTo("grace@example.org").text().replace('\u202f', ' ')).contains("3:14 PM");
	}

	@Test
	void areTakenOverByWhoComes() {
		this.clock.set(at("14:00"));
		run();
		String id = list("").get(0).get("id").asString();
		assertThat(acknowledge(id, "ada")).hasStatus(403);
		assertThat(acknowledge(id, "grace")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"status\": \"taken\", \"takenBy\": \"grace\", \"takenAt\": \"2026-03-02T14:00:00Z\"}");
		this.clock.set(at("14:15"));
		assertThat(acknowledge(id, "grace")).hasStatus(200)
			.bodyJson()
			.extractingPath("takenAt")
			.isEqualTo("2026-03-02T14:00:00Z");
		run();
		assertThat(this.mailbox.mails()).hasSize(2);
	}

	@Test
	void areToldOnceToWhoWentAndToTheFallbackWhenNobodyTakesOver() {
		this.clock.set(at("14:00"));
		run();
		this.clock.set(at("14:15").minusMillis(1));
		run();
		assertThat(this.mailbox.mails()).hasSize(2);
		this.clock.set(at("14:15"));
		run();
		run();
		assertThat(this.mailbox.mails().subList(2, 4)).extracting(Mail::to)
			.containsExactlyInAnyOrder("ada@example.org", "linus@example.org");
		assertThat(mailTo("linus@example.org").subject()).isEqualTo("Nobody has taken over: web");
		assertThat(mailTo("linus@example.org").text().replace('\u202f', ' '))
			.startsWith("Grace should have taken over web (primary) by Mar 2, 2026, 2:15 PM (UTC) and has not.");
		assertThat(this.mailbox.mails()).hasSize(4);
		String id = list("").get(0).get("id").asString();
		assertThat(acknowledge(id, "grace")).hasStatus(200).bodyJson().extractingPath("status").isEqualTo("taken");
	}

	@Test
	void askNobodyToTakeOverWhereTheScheduleDoesNot() {
		this.neighbours.roster(roster(NOBODY_HAS_TO, "ada 08 14, grace 14 22"));
		this.clock.set(at("14:00"));
		run();
		this.clock.set(at("21:00"));
		run();
		assertThat(this.mailbox.mails()).hasSize(2);
		assertThat(mailTo("grace@example.org").text()).contains("Take over: http://");
	}

	@Test
	void areOverWhenWhoCameIsReplacedAtOnce() {
		this.clock.set(at("14:00"));
		run();
		String id = list("").get(0).get("id").asString();
		this.clock.set(at("14:10"));
		this.neighbours.roster(roster(NOBODY_HAS_TO, "ada 08 14, grace 14 14:10, linus 14:10 22"));
		this.roster.refresh();
		run();
		this.clock.set(at("14:20"));
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org",
				"grace@example.org", "linus@example.org");
		assertThat(statuses()).containsExactly("open", "over", "unannounced");
		assertThat(acknowledge(id, "grace")).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/handoff-over");
	}

	@Test
	void goToTheNextMailboxAndThenToTheFallbackWhenNobodyIsThere() {
		this.mailbox.refuses("grace@example.org");
		this.mailbox.refuses("linus@example.org");
		this.clock.set(at("14:00"));
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "ops@example.org");
		assertThat(mailTo("ops@example.org").text()).startsWith("This was meant for Grace, who cannot be reached.");
		String id = list("").get(0).get("id").asString();
		assertThat(get("/api/v1/handoffs/" + id)).contains("\"meantFor\":\"grace\"", "No such person here",
				"\"failed\"");
	}

	@Test
	void goToAnotherMailboxOnceWhenOneIsOutOfOrder() {
		this.mailbox.outOfOrder(true);
		this.clock.set(at("14:00"));
		for (int attempt = 0; attempt < 8; attempt++) {
			run();
			this.clock.advance(Duration.ofMinutes(1));
		}
		this.mailbox.outOfOrder(false);
		this.neighbourhood.closeCircuits();
		run();
		assertThat(this.mailbox.recipients()).containsOnlyOnce("grace@example.org", "ada@example.org");
		assertThat(this.mailbox.recipients()).contains("linus@example.org");
	}

	@Test
	void areListedByScheduleAndInPieces() {
		this.clock.set(at("14:00"));
		run();
		assertThat(list("?schedule=web&open=true").size()).isEqualTo(1);
		assertThat(list("?schedule=other").size()).isZero();
		JsonNode first = JsonMapper.shared().readTree(get("/api/v1/handoffs?limit=1"));
		assertThat(list("?after=" + first.get("next").asString()).get(0).get("incoming").get(0).asString())
			.isEqualTo("ada");
		assertThat(get("/api/v1/handoffs?limit=0")).contains("between 1 and");
		assertThat(get("/api/v1/handoffs?schedule=%00")).contains("must be lower-case letters");
		assertThat(get("/api/v1/handoffs/none")).contains("\"status\":400");
		assertThat(get("/api/v1/handoffs/5c1f1a52-6a4f-4b8e-9c7e-000000000000")).contains("not-found");
	}

	@Test
	void takeNotesOnlyOfSchedulesThatAreKnown() {
		note("ada", "all quiet");
		assertThat(get("/api/v1/handoffs/notes?schedule=web")).contains("\"author\":\"ada\"", "all quiet");
		assertThat(post("notes", "{\"schedule\": \"gone\", \"text\": \"x\"}", "ada")).hasStatus(400);
		assertThat(post("notes", "{\"schedule\": \"web\", \"text\": \" \"}", "ada")).hasStatus(400);
		this.clock.set(at("14:00"));
		run();
		this.clock.set(at("14:01"));
		assertThat(get("/api/v1/handoffs/notes?schedule=web")).doesNotContain("all quiet");
	}

	private void silence(String turn, String name, String team) {
		FeedEvent event = new FeedEvent("1.0", "1", "dev.vigie.silence." + turn, "/alert-ingest", "silence/" + name,
				this.clock.instant(), "application/json", JsonMapper.shared().readTree("""
						{"silence": {"name": "%s", "reason": "new disks", "author": "ada", "team": %s, "match": [],
						"startsAt": "2026-03-02T12:00:00Z", "endsAt": "2026-03-02T18:00:00Z"}}
						""".formatted(name, team)));
		this.transactions.executeWithoutResult((_) -> this.alertFeed.apply(event));
	}

	private void run() {
		this.round.run();
		this.mail.sendAll();
	}

	private void note(String author, String text) {
		assertThat(post("notes",
				JsonMapper.shared().createObjectNode().put("schedule", "web").put("text", text).toString(), author))
			.hasStatus(201);
	}

	private MvcTestResult acknowledge(String id, String person) {
		return post(id + "/acknowledge", "", person);
	}

	private MvcTestResult post(String path, String body, String person) {
		return this.http.post()
			.uri("/api/v1/handoffs/" + path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by(person, "incidents:write"))
			.exchange();
	}

	private JsonNode list(String query) {
		return JsonMapper.shared().readTree(get("/api/v1/handoffs" + query)).get("items");
	}

	private List<String> statuses() {
		return list("").valueStream().map((handOff) -> handOff.get("status").asString()).toList();
	}

	private String get(String path) {
		try {
			return this.http.get()
				.uri(path)
				.with(Tokens.by("ada", "incidents:read"))
				.exchange()
				.getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private Mail mailTo(String address) {
		return this.mailbox.mails().stream().filter((mail) -> mail.to().equals(address)).findFirst().orElseThrow();
	}

	private static Instant at(String time) {
		return Instant.parse("2026-03-02T" + time + (time.length() == 5 ? ":00Z" : ":00:00Z"));
	}

	// "ada 08 14, grace 14 22"
	private static String roster(String handOver, String shifts) {
		String written = String.join(", ", Stream.of(shifts.split(", ")).map((shift) -> {
			String[] parts = shift.split(" ");
			return "{\"person\": \"%s\", \"role\": \"primary\", \"start\": \"%s\", \"end\": \"%s\"}".formatted(parts[0],
					at(parts[1]), at(parts[2]));
		}).toList());
		return """
				{"people": [
				  {"name": "ada", "displayName": "Ada", "language": "fr", "timeZone": "Europe/Paris",
				   "contactMethods": [{"type": "email", "address": "ada@example.org"}]},
				  {"name": "grace", "displayName": "Grace", "language": "en", "timeZone": null,
				   "contactMethods": [{"type": "email", "address": "grace@example.org"}]},
				  {"name": "linus", "displayName": "Linus", "language": "en",
				   "contactMethods": [{"type": "email", "address": "linus@example.org"}]}],
				 "teams": [{"name": "rewapp", "displayName": "Rewapp", "members": [], "fallback": "linus"}],
				 "schedules": [{"name": "web", "timeZone": "Europe/Paris", "team": "rewapp", "handOver": %s,
				   "shifts": [%s]}]}
				""".formatted(handOver, written);
	}

}
