package dev.vigie.alertingest.sender.victorops;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VictorOpsParserTests {

	private static final String ENTITY = "5ff256b5035e81a4138e7b7487250edc0f880871b33e4e1e4a995bdef159fcd6";

	private final VictorOpsParser parser = new VictorOpsParser();

	@Test
	void readsWhatAlertmanagerSends() {
		Reading reading = body().fixture("alertmanager/victorops-critical");
		assertThat(reading.parts().getFirst().group().key()).isEqualTo(ENTITY);
		assertThat(reading.parts().getFirst().group().labels())
			.isEqualTo(Map.of("entity_id", ENTITY, "routing_key", "dba"));
		AlertChange change = Bodies.only(reading);
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.fingerprint()).isEqualTo(ENTITY);
		assertThat(change.labels()).isEqualTo(Map.of("alertname", "PostgresDown", "routing_key", "dba", "severity",
				"critical", "monitoring_tool", "Alertmanager"));
		assertThat(change.annotations()).containsEntry("summary",
				"[FIRING:2] PostgresDown eu-west-1 (basic postgres critical dba)");
		assertThat(change.annotations().get("description")).startsWith("No scrape for 2 minutes");
	}

	@ParameterizedTest
	@CsvSource({ "CRITICAL, FIRING", "warning, FIRING", "INFO, FIRING", "RECOVERY, RESOLVED",
			"ACKNOWLEDGEMENT, ACKNOWLEDGED" })
	void doesWhatTheTypeSays(String type, AlertVerb verb) {
		assertThat(body().only("{\"entity_id\": \"db\", \"message_type\": \"%s\"}".formatted(type)).verb())
			.isEqualTo(verb);
	}

	@Test
	void putsWhatIsShortIntoLabelsAndTheRestIntoAnnotations() {
		AlertChange change = body().below("")
			.only("""
					{"entity_id": "db", "message_type": "WARNING", "entity_display_name": "[FIRING:1] Disk db", "service": "db",
					 "severity": "page", "runbook_url": "https://runbooks.example.org/db", "port": 5432, "more": "a\\nb"}
					""");
		assertThat(change.labels())
			.isEqualTo(Map.of("alertname", "Disk db", "service", "db", "severity", "page", "port", "5432"));
		assertThat(change.annotations()).containsKeys("runbook_url", "more", "summary");
	}

	@Test
	void namesWhoAcknowledged() {
		AlertChange.Word word = body().only("""
				{"entity_id": "db", "message_type": "ACKNOWLEDGEMENT", "ack_author": "ada", "ack_msg": "on it"}
				""").word();
		assertThat(word).isEqualTo(new AlertChange.Word("ada", "on it", null));
	}

	@Test
	void hashesAnIdThatIsTooLong() {
		assertThat(body().only("{\"message_type\": \"RECOVERY\", \"entity_id\": \"%s\"}".formatted("x".repeat(600)))
			.fingerprint()).hasSize(64);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"entity_id\": \"db\"}",
			"{\"entity_id\": \"db\", \"message_type\": \"PAGE\"}", "{\"message_type\": \"CRITICAL\"}" })
	void refusesWhatMakesNoSense(String body) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> body().read(body));
	}

	@Test
	void tellsHowToSetItUp() {
		assertThat(this.parser.setup(new IntegrationAddress("prod", "https://vigie.example.org",
				"https://vigie.example.org/integrations/v1/victorops/k/", "k")))
			.first()
			.satisfies((piece) -> assertThat(piece.text())
				.contains("api_url: https://vigie.example.org/integrations/v1/victorops/\n", "api_key: k\n"));
	}

	private Bodies body() {
		return Bodies.to(this.parser).below("dba");
	}

}
