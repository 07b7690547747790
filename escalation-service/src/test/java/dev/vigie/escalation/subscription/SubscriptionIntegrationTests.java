package dev.vigie.escalation.subscription;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeMailbox.Mail;
import dev.vigie.escalation.Stage;
import dev.vigie.escalation.notice.NoticeMail;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@IntegrationTest
class SubscriptionIntegrationTests {

	@Autowired
	private Stage stage;

	@Autowired
	private Alerts alerts;

	@Autowired
	private NewsRound round;

	@Autowired
	private NoticeMail mail;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void people() {
		this.stage.set();
	}

	@Test
	void tellOfTheBeginningWhereWantedAndOfTheEndOnceAPersonInTheirLanguage() {
		subscribe("ada-all", "{\"person\": \"ada\"}");
		subscribe("grace-p3", "{\"person\": \"grace\", \"severity\": \"P3\", \"triggered\": true}");
		subscribe("grace-again", "{\"person\": \"grace\", \"triggered\": true}");
		subscribe("other-team", "{\"person\": \"ada\", \"team\": \"other\", \"triggered\": true}");
		long number = this.alerts.fires("db1", "Disk full");
		tell();
		assertThat(this.mailbox.mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.to()).isEqualTo("grace@example.org");
			assertThat(mail.subject()).isEqualTo("[P3] INC-%d Disk full".formatted(number));
			assertThat(mail.text())
				.startsWith("Un incident que vous suivez a commencé : 2 mars 2026 13:00 (Europe/Paris)")
				.contains("/incidents/" + number);
		});
		this.alerts.resolves("db1");
		tell();
		assertThat(this.mailbox.mails().subList(1, 3)).extracting(Mail::to, Mail::subject)
			.containsExactlyInAnyOrder(tuple("grace@example.org", "Résolu : [P3] INC-%d Disk full".formatted(number)),
					tuple("ada@example.org", "Resolved: [P3] INC-%d Disk full".formatted(number)));
		tell();
		assertThat(this.mailbox.mails()).hasSize(3);
	}

	@Test
	void tellOfTheBeginningAgainWhenItIsReopenedAndNotWhenItIsGivenBack() {
		subscribe("ada", "{\"person\": \"ada\", \"triggered\": true}");
		long number = this.alerts.fires("db1", "Disk full");
		String path = "/incidents/" + number;
		assertThat(this.stage.post("ada", path + "/acknowledge", "")).hasStatusOk();
		assertThat(this.stage.post("ada", path + "/unacknowledge", "")).hasStatusOk();
		tell();
		assertThat(this.mailbox.mails()).hasSize(1);
		assertThat(this.stage.post("ada", path + "/resolve", "")).hasStatusOk();
		assertThat(this.stage.post("ada", path + "/reopen", "{\"reason\": \"it is back\"}")).hasStatusOk();
		tell();
		assertThat(this.mailbox.mails()).hasSize(3);
	}

	@Test
	void tellOnceWhenTwoReplicasDo() throws Exception {
		subscribe("ada-all", "{\"person\": \"ada\", \"triggered\": true}");
		for (int host = 0; host < 20; host++) {
			this.alerts.fires("host" + host, "Disk full");
		}
		Callable<Boolean> replica = () -> {
			this.round.run();
			return true;
		};
		try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
			for (Future<Boolean> done : replicas.invokeAll(List.of(replica, replica))) {
				done.get();
			}
		}
		tell();
		assertThat(this.mailbox.mails()).hasSize(20);
	}

	@Test
	void tellOnlyThoseWhoWereNamedOfAPrivateIncident() {
		subscribe("ada-all", "{\"person\": \"ada\", \"triggered\": true}");
		long number = this.alerts.fires("db1", "Disk full");
		this.jdbc.sql(
				"update incident set private = true, people = '[{\"person\": \"grace\", \"addedAt\": \"2026-01-01T00:00:00Z\"}]'")
			.update();
		this.stage.post("grace", "/incidents/" + number + "/subscribers", "");
		tell();
		assertThat(this.mailbox.recipients()).containsExactly("grace@example.org");
	}

	@Test
	void costNothingWhereThereAreNone() {
		this.alerts.fires("db1", "Disk full");
		assertThat(this.jdbc.sql("select count(*) from stakeholder_news").query(Integer.class).single()).isZero();
	}

	@Test
	void ofOneIncidentBeginAndEndWithACommand() {
		this.stage.put("/channels/ops", "{\"type\": \"email\", \"address\": \"ops@example.org\"}");
		long number = this.alerts.fires("db1", "Disk full");
		String path = "/incidents/" + number + "/subscribers";
		assertThat(this.stage.post("ada", path, "")).hasStatusOk();
		assertThat(this.stage.post("ada", path, "{\"person\": \"ada\"}")).hasStatusOk();
		assertThat(this.stage.post("ada", path, "{\"person\": \"grace\"}")).hasStatusOk();
		assertThat(this.stage.post("ada", path, "{\"channel\": \"ops\"}")).hasStatusOk();
		assertThat(this.stage.delete("grace", path)).hasStatusOk();
		assertThat(this.stage.delete("grace", path)).hasStatusOk();
		assertThat(this.stage.get(path)).bodyJson().isLenientlyEqualTo("""
				{"items": [{"person": "ada", "addedBy": "ada"}, {"channel": "ops", "addedBy": "ada"}]}""");
		this.alerts.resolves("db1");
		tell();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "ops@example.org");
		assertThat(this.stage.timeline(number, "en"))
			.containsOnlyOnce("grace follows this incident no more, says grace")
			.containsOnlyOnce("ada follows this incident, says ada");
		assertThat(this.stage.timeline(number, "fr")).contains("ops suit cet incident, à la demande de ada");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{} | person", "{\"person\": \"ada\", \"channel\": \"ops\"} | person",
					"{\"channel\": \"gone\"} | channel", "{\"person\": \"A b\"} | person",
					"{\"person\": \"ada\", \"severity\": \"P6\"} | severity",
					"{\"person\": \"ada\", \"service\": \"\"} | service",
					"{\"person\": \"ada\", \"trigered\": true} | trigered",
					"{\"person\": \"ada\", \"triggered\": \"often\"} | triggered" })
	void areRefusedByTheFieldThatIsWrong(String spec, String field) {
		assertThat(this.stage.put("/subscriptions/s", spec)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"person\": \"nobody\"} | person", "{\"channel\": \"gone\"} | channel",
			"{\"person\": \"ada\", \"channel\": \"ops\"} | person", "{\"person\": \"\\u0000\"} | person" })
	void ofOneIncidentAreRefusedByTheFieldThatIsWrong(String body, String field) {
		long number = this.alerts.fires("db1", "Disk full");
		assertThat(this.stage.post("ada", "/incidents/" + number + "/subscribers", body)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	private void tell() {
		this.round.run();
		this.mail.sendAll();
	}

	private void subscribe(String name, String spec) {
		assertThat(this.stage.put("/subscriptions/" + name, spec)).hasStatus2xxSuccessful();
	}

}
