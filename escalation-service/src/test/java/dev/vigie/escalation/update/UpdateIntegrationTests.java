package dev.vigie.escalation.update;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeMailbox.Mail;
import dev.vigie.escalation.Stage;
import dev.vigie.escalation.notice.NoticeMail;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class UpdateIntegrationTests {

	@Autowired
	private Stage stage;

	@Autowired
	private Alerts alerts;

	@Autowired
	private ReminderRound round;

	@Autowired
	private NoticeMail mail;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	private long number;

	@BeforeEach
	void anIncident() {
		this.stage.set();
		this.number = this.alerts.fires("db1", "Disk full");
	}

	@Test
	void reachThoseWhoFollowInFrenchAndEnglishByTheReadyTemplate() {
		this.stage.put("/subscriptions/ada", "{\"person\": \"ada\"}");
		this.stage.put("/subscriptions/grace", "{\"person\": \"grace\", \"severity\": \"P3\"}");
		this.stage.put("/subscriptions/grace-too", "{\"person\": \"grace\"}");
		this.stage.post("ada", path("/roles/commander/take"), "");
		this.clock.advance(Duration.ofMinutes(5));
		this.jdbc.sql("update incident set impact = 'No orders', impact_started_at = triggered_at - interval '3 min'")
			.update();
		assertThat(update("""
				{"status": "identified", "message": "A job fills the disk.", "nextIn": "30m"}""")).hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"status": "identified", "author": "ada", "nextUpdateAt": "2026-03-02T12:35:00Z"}""");
		this.mail.sendAll();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
		assertThat(mailTo("grace@example.org").subject()).isEqualTo("🚨 INCIDENT P3 - Disk full");
		assertThat(lines("grace@example.org")).startsWith("🚨 INCIDENT P3 - Disk full", "Impact : No orders",
				"Début : 2 mars 2026 12:57 (Europe/Paris)", "Statut : Identified (cause identifiée)",
				"Ingénieur : @ada", "Dernière mise à jour : 2 mars 2026 13:05 (Europe/Paris) - A job fills the disk.",
				"Prochaine mise à jour : 2 mars 2026 13:35 (Europe/Paris)");
		assertThat(lines("ada@example.org")).startsWith("🚨 INCIDENT P3 - Disk full", "Impact: No orders",
				"Started: Mar 2, 2026, 11:57 AM (UTC)", "Status: Identified", "Engineer: @ada",
				"Last update: Mar 2, 2026, 12:05 PM (UTC) - A job fills the disk.",
				"Next update: Mar 2, 2026, 12:35 PM (UTC)");
		assertThat(this.stage.timeline(this.number, "en")).contains(
				"ada posted an update (identified), the next comes by 2026-03-02 12:35 UTC – A job fills the disk.");
		assertThat(this.stage.timeline(this.number, "fr")).contains(
				"ada a publié une mise à jour (cause identifiée), la prochaine d'ici 2026-03-02 12:35 UTC – A job fills the disk.");
	}

	@Test
	void sayNothingOfWhatIsNotKnown() {
		this.stage.post("grace", path("/subscribers"), "");
		update("{\"status\": \"investigating\", \"message\": \"We look.\"}");
		this.mail.sendAll();
		assertThat(lines("grace@example.org")).contains("Impact : en cours d'évaluation")
			.noneMatch((line) -> line.startsWith("Ingénieur"))
			.noneMatch((line) -> line.startsWith("Prochaine"));
	}

	@Test
	void areKeptInBothLanguagesTheLatestFirst() {
		update("{\"status\": \"investigating\", \"message\": \"We look.\"}");
		update("{\"status\": \"resolved\", \"message\": \"Gone.\"}");
		assertThat(this.stage.get(path("/updates"))).bodyJson().isLenientlyEqualTo("""
				{"items": [{"status": "resolved", "fr": {"subject": "✅ INCIDENT P3 - Disk full"}},
				{"status": "investigating", "en": {"subject": "🚨 INCIDENT P3 - Disk full"}}]}""");
		JsonNode first = JsonMapper.shared()
			.readTree(this.stage.get(path("/updates?limit=1")).getResponse().getContentAsByteArray());
		assertThat(this.stage.get(path("/updates?after=" + first.get("next").asString()))).bodyJson()
			.extractingPath("$.items[*].status")
			.asArray()
			.containsExactly("investigating");
		assertThat(this.stage.get(path("/updates?after=x"))).hasStatus(400);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update status_update set message = 'x'").update());
	}

	@Test
	void areShownBeforeTheyAreTold() {
		this.stage.put("/subscriptions/ada", "{\"person\": \"ada\"}");
		assertThat(this.stage.post("ada", path("/updates:preview"),
				"{\"status\": \"monitoring\", \"message\": \"Better.\", \"nextIn\": \"1h\"}"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"status\": \"monitoring\", \"to\": [\"person ada\"]}");
		this.mail.sendAll();
		assertThat(this.mailbox.mails()).isEmpty();
		assertThat(this.stage.get(path("/updates"))).bodyJson().extractingPath("$.items").asArray().isEmpty();
	}

	@Test
	void arePostedOnceForAKey() {
		assertThat(keyed()).hasStatus(201);
		assertThat(keyed()).hasStatus(200);
		assertThat(this.stage.get(path("/updates"))).bodyJson().extractingPath("$.items").asArray().hasSize(1);
	}

	@Test
	void areWordedByTheTemplateThatIsAskedForOrCalledLikeTheStatus() {
		template("identified", "identified", "Now: {actions}");
		template("short", null, "{message}");
		this.stage.post("ada", path("/subscribers"), "");
		update("{\"status\": \"investigating\", \"message\": \"One.\"}");
		this.clock.advance(Duration.ofMinutes(10));
		update("{\"status\": \"identified\", \"message\": \"Two.\"}");
		update("{\"status\": \"identified\", \"message\": \"Three.\", \"template\": \"short\"}");
		this.mail.sendAll();
		List<String> texts = this.mailbox.mails().stream().map(Mail::text).map(UpdateIntegrationTests::plain).toList();
		assertThat(texts).contains("Three.",
				"Now: Mar 2, 2026, 12:00 PM (UTC) - One.\nMar 2, 2026, 12:10 PM (UTC) - Two.");
		assertThat(update("{\"status\": \"resolved\", \"message\": \"x\", \"template\": \"identified\"}"))
			.hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("template");
	}

	@Test
	void areAskedForOnceByWhicheverReplicaAndAgainThreeTimesAtMost() throws Exception {
		this.stage.post("grace", path("/roles/communications/take"), "");
		this.stage.post("ada", path("/roles/commander/take"), "");
		update("{\"status\": \"investigating\", \"message\": \"We look.\", \"nextIn\": \"30m\"}");
		this.clock.advance(Duration.ofMinutes(30).minusMillis(1));
		bothReplicas();
		assertThat(this.mailbox.mails()).isEmpty();
		this.clock.advance(Duration.ofMillis(1));
		bothReplicas();
		bothReplicas();
		assertThat(this.mailbox.mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.to()).isEqualTo("grace@example.org");
			assertThat(mail.subject())
				.isEqualTo("Une mise à jour est en retard : INC-%d Disk full".formatted(this.number));
			assertThat(mail.text()).contains("2 mars 2026 13:30 (Europe/Paris)");
		});
		for (int half = 0; half < 6; half++) {
			this.clock.advance(Duration.ofMinutes(30));
			bothReplicas();
		}
		assertThat(this.mailbox.recipients()).hasSize(4).containsOnly("grace@example.org");
		assertThat(this.stage.timeline(this.number, "en")
			.stream()
			.filter("The update promised by 2026-03-02 12:30 UTC has not come; grace is reminded"::equals)).hasSize(4);
	}

	@Test
	void areAskedForFromTheCommanderElseWhoAcknowledgedElseSaidOnTheTimeline() {
		this.stage.post("linus", path("/roles/communications/take"), ""); // has no
																			// mailbox
		update("{\"status\": \"investigating\", \"message\": \"We look.\", \"nextIn\": \"30m\"}");
		this.clock.advance(Duration.ofMinutes(30));
		remind();
		assertThat(this.stage.timeline(this.number, "fr"))
			.contains("La mise à jour promise pour 2026-03-02 12:30 UTC n'est "
					+ "pas venue, et personne n'a pu être relancé");
		this.stage.post("ada", path("/acknowledge"), "");
		this.clock.advance(Duration.ofMinutes(30));
		remind();
		this.stage.post("grace", path("/roles/commander/take"), "");
		this.clock.advance(Duration.ofMinutes(30));
		remind();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org", "grace@example.org");
	}

	@Test
	void areAskedForFromThoseWhoMayKnowOfIt() {
		this.stage.post("ada", path("/roles/communications/take"), "");
		update("{\"status\": \"investigating\", \"message\": \"We look.\", \"nextIn\": \"30m\"}");
		assertThat(this.stage.post("grace", path("/private"), "")).hasStatusOk();
		this.clock.advance(Duration.ofMinutes(30));
		remind();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
		assertThat(this.stage.post("grace", path("/roles/communications/relieve"),
				"{\"person\": \"ada\", \"brief\": \"secret\"}"))
			.hasStatusOk();
		this.mail.sendAll();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
	}

	@Test
	void areNotAskedForOnceTheyCameOrAllIsOver() {
		this.stage.post("ada", path("/roles/commander/take"), "");
		update("{\"status\": \"investigating\", \"message\": \"We look.\", \"nextIn\": \"30m\"}");
		this.clock.advance(Duration.ofMinutes(20));
		update("{\"status\": \"investigating\", \"message\": \"We look.\", \"nextIn\": \"30m\"}");
		this.clock.advance(Duration.ofMinutes(20));
		remind();
		this.stage.post("ada", path("/resolve"), "");
		this.clock.advance(Duration.ofMinutes(20));
		remind();
		assertThat(this.mailbox.mails()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from update_promise where due_at is not null")
			.query(Integer.class)
			.single()).isZero();
		assertThat(update("{\"status\": \"monitoring\", \"message\": \"x\", \"nextIn\": \"30m\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("nextIn");
	}

	@Test
	void areAskedForOnceWhenNobodyCouldAskForALongTime() {
		this.stage.post("ada", path("/roles/commander/take"), "");
		update("{\"status\": \"investigating\", \"message\": \"We look.\", \"nextIn\": \"30m\"}");
		this.clock.advance(Duration.ofHours(10));
		remind();
		remind();
		assertThat(this.mailbox.mails()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"message\": \"x\"} | status", "{\"status\": \"identified\"} | message",
					"{\"status\": \"gone\", \"message\": \"x\"} | status",
					"{\"status\": \"identified\", \"message\": \" \\u0000\"} | message",
					"{\"status\": \"identified\", \"message\": \"x\", \"nextIn\": \"soon\"} | nextIn",
					"{\"status\": \"identified\", \"message\": \"x\", \"nextIn\": \"5s\"} | nextIn",
					"{\"status\": \"identified\", \"message\": \"x\", \"nextIn\": \"-PT1H\"} | nextIn",
					"{\"status\": \"identified\", \"message\": \"x\", \"nextIn\": \"8d\"} | nextIn",
					"{\"status\": \"resolved\", \"message\": \"x\", \"nextIn\": \"1h\"} | nextIn",
					"{\"status\": \"identified\", \"message\": \"x\", \"nextin\": \"1h\"} | nextin",
					"{\"status\": \"identified\", \"message\": \"x\", \"template\": \"gone\"} | template",
					"{\"status\": \"identified\", \"message\": \"x\", \"template\": \"A b\"} | template" })
	void areRefusedByTheFieldThatIsWrong(String body, String field) {
		assertThat(update(body)).hasStatus(400).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
		assertThat(this.stage.post("ada", path("/updates:preview"), body)).hasStatus(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{\"en\": {\"subject\": \"x\", \"text\": \"{foo}\"}, \"fr\": {\"subject\": \"x\", \"text\": \"x\"}} | en.text",
			"{\"en\": {\"subject\": \"x\", \"text\": \"x\"}, \"fr\": {\"subject\": \"{\", \"text\": \"x\"}} | fr.subject",
			"{\"en\": {\"subject\": \"x\", \"text\": \"x\"}} | fr",
			"{\"en\": {\"subject\": \"\", \"text\": \"x\"}, \"fr\": {\"subject\": \"x\", \"text\": \"x\"}} | en.subject" })
	void haveTemplatesThatAreRefusedByTheFieldThatIsWrong(String spec, String field) {
		assertThat(this.stage.put("/update-templates/t", spec)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	private MvcTestResult update(String body) {
		return this.stage.post("ada", path("/updates"), body);
	}

	private MvcTestResult keyed() {
		return this.http.post()
			.uri("/api/v1" + path("/updates"))
			.with(Tokens.by("ada", "incidents:write"))
			.header("Idempotency-Key", "once")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"status\": \"investigating\", \"message\": \"We look.\"}")
			.exchange();
	}

	private void template(String name, String status, String text) {
		String words = "{\"subject\": \"x\", \"text\": \"%s\"}".formatted(text);
		assertThat(
				this.stage.put("/update-templates/" + name,
						"{\"status\": %s, \"en\": %s, \"fr\": %s}"
							.formatted((status != null) ? "\"" + status + "\"" : "null", words, words)))
			.hasStatus2xxSuccessful();
	}

	private void bothReplicas() throws Exception {
		Callable<Boolean> replica = () -> {
			this.round.run();
			return true;
		};
		try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
			for (Future<Boolean> done : replicas.invokeAll(List.of(replica, replica))) {
				done.get();
			}
		}
		this.mail.sendAll();
	}

	private void remind() {
		this.round.run();
		this.mail.sendAll();
	}

	private String path(String below) {
		return "/incidents/" + this.number + below;
	}

	private Mail mailTo(String address) {
		return this.mailbox.mails().stream().filter((mail) -> mail.to().equals(address)).findFirst().orElseThrow();
	}

	private List<String> lines(String address) {
		return plain(mailTo(address).text()).lines().toList();
	}

	private static String plain(String text) {
		return text.replace('\u202f', ' ').replace("\r", "").strip();
	}

}
