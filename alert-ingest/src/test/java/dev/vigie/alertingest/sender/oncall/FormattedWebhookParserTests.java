package dev.vigie.alertingest.sender.oncall;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormattedWebhookParserTests {

	private final FormattedWebhookParser parser = new FormattedWebhookParser();

	@Test
	void readsAnAlert() {
		AlertChange change = body().only("""
				{"alert_uid": "08d6891a", "title": "The whole system is down", "message": "Smoke was seen",
				 "image_url": "https://example.org/smoke.png", "state": "alerting",
				 "link_to_upstream_details": "https://example.org/upstream"}
				""");
		assertThat(change).isEqualTo(AlertChange.firing("08d6891a")
			.labels(Map.of("alertname", "The whole system is down"))
			.annotations(Map.of("summary", "The whole system is down", "description", "Smoke was seen", "image_url",
					"https://example.org/smoke.png"))
			.generatorUrl("https://example.org/upstream")
			.build());
	}

	@Test
	void endsItByItsIdAlone() {
		AlertChange change = body().only("{\"alert_uid\": \"08d6891a\", \"state\": \"ok\"}");
		assertThat(change.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(change.fingerprint()).isEqualTo("08d6891a");
		assertThat(change.labels()).isEmpty();
	}

	@Test
	void knowsAnAlertWithoutIdByItsTitle() {
		assertThat(body().only("{\"title\": \"Down\"}").fingerprint())
			.isEqualTo(body().only("{\"title\": \"Down\", \"state\": \"ok\", \"message\": \"x\"}").fingerprint());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"alert_uid\": \"a\", \"state\": \"silenced\"}" })
	void refusesWhatMakesNoSense(String body) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> body().read(body));
	}

	@Test
	void tellsHowToSetItUp() {
		String url = "https://vigie.example.org/integrations/v1/formatted_webhook/k/";
		assertThat(this.parser.setup(new IntegrationAddress("prod", "https://vigie.example.org", url, "k")))
			.singleElement()
			.satisfies((piece) -> assertThat(piece.text()).contains(url));
	}

	private Bodies body() {
		return Bodies.to(this.parser);
	}

}
