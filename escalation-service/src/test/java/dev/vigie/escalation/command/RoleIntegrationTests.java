package dev.vigie.escalation.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.notice.NoticeMail;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class RoleIntegrationTests {

	@Autowired
	private Alerts alerts;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private NoticeMail mail;

	@Autowired
	private Roster roster;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	private long number;

	@BeforeEach
	void threePeopleAndAnIncident() {
		this.neighbourhood.reset();
		this.neighbours.roster("""
				{"people": [
				  {"name": "ada", "displayName": "Ada", "language": "en",
				   "contactMethods": [{"type": "email", "address": "ada@example.org"}]},
				  {"name": "grace", "displayName": "Grace", "language": "fr", "timeZone": "Europe/Paris",
				   "contactMethods": [{"type": "email", "address": "grace@example.org"},
				     {"type": "email", "address": "grace@home.example"}]},
				  {"name": "linus", "displayName": "Linus", "contactMethods": []}],
				 "teams": [], "schedules": []}
				""");
		this.roster.refresh();
		this.number = this.alerts.fires("db1", "Disk full");
	}

	@Test
	void isTakenByOneOfTwoWhoWantItAtOnce() throws Exception {
		for (int turn = 0; turn < 20; turn++) {
			this.number = this.alerts.fires("host" + turn, "Disk full");
			Callable<Integer> ada = () -> post("ada", "commander/take", "").getResponse().getStatus();
			Callable<Integer> grace = () -> post("grace", "commander/take", "").getResponse().getStatus();
			try (ExecutorService both = Executors.newFixedThreadPool(2)) {
				List<Future<Integer>> answers = both.invokeAll(List.of(ada, grace));
				assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
			}
		}
		assertThat(this.jdbc.sql("select count(*) from incident_role").query(Integer.class).single()).isEqualTo(20);
	}

	@Test
	void isHeldByOneEvenWhereTheProgramErrs() {
		post("ada", "commander/take", "");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into incident_role (id, incident_id, role, person, since, given_by)
				select gen_random_uuid(), incident_id, role, 'grace', since, 'grace' from incident_role
				""").update());
	}

	@Test
	void isHandedOverWithABriefThatTheNextReadsInTheirLanguage() {
		post("ada", "commander/take", "");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(post("ada", "commander/hand-over", "{\"to\": \"grace\", \"brief\": \"Rollback at 3.\"}"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"role": "commander", "person": "grace", "givenBy": "ada", "brief": "Rollback at 3.",
					"since": "2026-03-02T12:10:00Z"}]}""");
		post("ada", "commander/hand-over", "{\"to\": \"grace\"}");
		this.mail.sendAll();
		assertThat(this.mailbox.mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.to()).isEqualTo("grace@example.org");
			assertThat(mail.subject()).isEqualTo(
					"Vous avez le rôle « responsable de l'incident » de INC-%d : Disk full".formatted(this.number));
			assertThat(mail.text()).contains("Ada vous confie le rôle", "Rollback at 3.", "/incidents/" + this.number);
		});
		assertThat(get("/roles/history")).bodyJson().isLenientlyEqualTo("""
				{"items": [
				{"person": "ada", "since": "2026-03-02T12:00:00Z", "until": "2026-03-02T12:10:00Z", "endedBy": "ada",
				 "parting": "Rollback at 3."},
				{"person": "grace", "brief": "Rollback at 3."}]}""");
		assertThat(texts("en")).contains("ada took the role of incident commander",
				"ada handed the role of incident commander over to grace – Rollback at 3.");
		assertThat(texts("fr")).contains("ada a pris le rôle « responsable de l'incident »",
				"ada a transmis le rôle « responsable de l'incident » à grace – Rollback at 3.");
	}

	@Test
	void isNotHandedOverByWhoDoesNotHoldIt() {
		post("ada", "scribe/take", "");
		MvcTestResult refused = post("linus", "scribe/hand-over", "{\"to\": \"grace\"}");
		assertThat(refused).hasStatus(409).bodyJson().isLenientlyEqualTo("""
				{"type": "/problems/role-not-held", "holders": ["ada"], "legal": ["relieve"],
				 "detail": "The role of scribe of INC-%d is held by ada"}""".formatted(this.number));
	}

	@Test
	void isTakenFromWhoHasItAndTheyAreTold() {
		post("ada", "commander/take", "");
		assertThat(post("linus", "commander/relieve", "{\"person\": \"ada\", \"brief\": \"Go to sleep\"}"))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.items[*].person")
			.asArray()
			.containsExactly("linus");
		this.mail.sendAll();
		assertThat(this.mailbox.mails()).singleElement()
			.satisfies((mail) -> assertThat(mail.text())
				.startsWith("Linus has relieved you of the role of incident commander of INC-" + this.number)
				.contains("Go to sleep"));
		assertThat(texts("en")).contains("linus relieved ada of the role of incident commander – Go to sleep");
	}

	@Test
	void isAssignedToExpertsOfASubjectAtTheNextMailboxWhenOneRefuses() {
		this.mailbox.refuses("grace@example.org");
		post("ada", "expert/assign", "{\"person\": \"grace\", \"subject\": \"database\"}");
		post("ada", "expert/take", "{\"subject\": \"network\"}");
		post("ada", "expert/take", "{\"subject\": \"network\"}");
		this.mail.sendAll();
		assertThat(this.mailbox.recipients()).containsExactly("grace@home.example");
		assertThat(get("/roles")).bodyJson()
			.extractingPath("$.items[*].subject")
			.asArray()
			.containsExactly("network", "database");
		assertThat(texts("en")).contains("ada gave the role of expert (database) to grace",
				"ada took the role of expert (network)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "captain/take | {} | role", "commander/take | {\"subject\": \"x\"} | subject",
			"expert/take | {} | subject", "scribe/assign | {} | person",
			"scribe/assign | {\"person\": \"nobody\"} | person", "scribe/assign | {\"person\": \"\\u0000\"} | person",
			"scribe/hand-over | {\"to\": \"nobody\"} | to", "scribe/hand-over | {} | to",
			"scribe/relieve | {\"brief\": \"x\"} | person" })
	void isNotForWhatMakesNoSense(String command, String body, String field) {
		assertThat(post("ada", command, body)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void isForWhoMayWriteIncidents() {
		assertThat(this.http.post()
			.uri("/api/v1/incidents/1/roles/commander/take")
			.with(Tokens.by("ada", "incidents:read"))).hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/incidents/4711/roles").with(Tokens.by("ada", "incidents:read")))
			.hasStatus(404);
	}

	private List<String> texts(String language) {
		byte[] answer = this.http.get()
			.uri("/api/v1/incidents/" + this.number + "/timeline")
			.header("Accept-Language", language)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		return JsonMapper.shared()
			.readTree(answer)
			.get("items")
			.valueStream()
			.map((line) -> line.get("text").asString())
			.toList();
	}

	private MvcTestResult get(String path) {
		return this.http.get()
			.uri("/api/v1/incidents/" + this.number + path)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange();
	}

	private MvcTestResult post(String person, String command, String body) {
		return this.http.post()
			.uri("/api/v1/incidents/" + this.number + "/roles/" + command)
			.with(Tokens.by(person, "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
