package dev.vigie.alertingest.sender.prometheus;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.Reading.Part;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PrometheusParserTests {

	private static final PrometheusSettings NOTHING_SET = new PrometheusSettings(null, null);

	private final PrometheusParser parser = new PrometheusParser();

	@DisplayName("Check 8: an end in the year 1 or in the future still fires")
	@Test
	void takesAFutureEndAsFiringUntilThen() {
		Reading reading = at("2026-11-21T07:51:52Z", "prometheus/api-v2-alerts-batch-firing", NOTHING_SET);
		assertThat(reading.parts()).extracting((part) -> part.group().key())
			.containsExactly("{}:{alertname=\"TargetDown\"}", "{}:{alertname=\"Watchdog\"}");
		AlertChange down = Bodies.only(reading);
		assertThat(down.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(down.endsAt()).isNull();
		assertThat(down.validUntil()).isEqualTo(Instant.parse("2026-11-21T07:52:47.730Z"));
		assertThat(down.startsAt()).isEqualTo(Instant.parse("2026-11-21T07:52:23.730Z"));
		assertThat(down.generatorUrl()).startsWith("http://prom.example:9090/graph");
		assertThat(down.fingerprint()).isEqualTo(Fingerprints.of(down.labels()));
	}

	@DisplayName("Check 8: an end in the year 1 or in the future still fires")
	@ParameterizedTest
	@ValueSource(strings = { "\"0001-01-01T00:00:00Z\"", "null", "\"\"" })
	void takesNoEndAsFiringForAsLongAsNothingElseIsSaid(String endsAt) {
		AlertChange change = body().only("[{\"labels\": {\"alertname\": \"a\"}, \"endsAt\": %s}]".formatted(endsAt));
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.validUntil()).isNull();
	}

	@Test
	void takesAPastEndAsResolved() {
		AlertChange change = Bodies.only(body().fixture("prometheus/api-v2-alerts-resolved"));
		assertThat(change.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(change.endsAt()).isEqualTo(Instant.parse("2026-11-21T07:52:09.730Z"));
		assertThat(change.validUntil()).isNull();
	}

	@Test
	void knowsAnAlertFromBothOfAPair() {
		Bodies pair = body().with(new PrometheusSettings(List.of("replica"), null));
		AlertChange one = pair.only("[{\"labels\": {\"alertname\": \"a\", \"replica\": \"one\"}}]");
		AlertChange other = pair.only("[{\"labels\": {\"alertname\": \"a\", \"replica\": \"other\"}}]");
		assertThat(one).isEqualTo(other);
		assertThat(one.labels()).isEqualTo(Map.of("alertname", "a"));
	}

	@Test
	void groupsByTheLabelsThatAreSet() {
		Reading reading = body().with(new PrometheusSettings(null, List.of("cluster", "team")))
			.fixture("prometheus/api-v2-alerts-batch-firing");
		assertThat(reading.parts()).extracting((part) -> part.group().labels())
			.containsExactly(Map.of("cluster", "eu-west-1", "team", "sre"), Map.of("cluster", "eu-west-1"));
		assertThat(body().with(new PrometheusSettings(null, List.of()))
			.fixture("prometheus/api-v2-alerts-batch-firing")
			.parts()).singleElement().extracting(Part::alerts).satisfies((alerts) -> assertThat(alerts).hasSize(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api/v2/alerts", "api/v1/alerts" })
	void readsBelowThePathsOfAlertmanager(String rest) {
		assertThat(body().below(rest).read("[]").alerts()).isZero();
	}

	@Test
	void knowsNothingElseOfAlertmanager() {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> body().below("api/v2/silences").read("[]"))
			.withMessageContaining("api/v2/alerts");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[null]", "[{\"labels\": []}]", "[] []", "[{\"startsAt\": \"x\"}]" })
	void refusesWhatMakesNoSense(String body) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> body().read(body));
	}

	@Test
	void tellsHowToSetItUp() {
		IntegrationAddress address = new IntegrationAddress("prod", "https://vigie.example.org",
				"https://vigie.example.org/integrations/v1/prometheus/k/", "k");
		assertThat(this.parser.setup(address)).extracting(Setup::text)
			.first()
			.asString()
			.contains("scheme: https", "path_prefix: /integrations/v1/prometheus/k\n",
					"targets: [\"vigie.example.org\"]");
		assertThat(this.parser.setup(address)).extracting(Setup::text)
			.anySatisfy((text) -> assertThat(text).contains("-notifier.url="));
	}

	private Bodies body() {
		return Bodies.to(this.parser).with(NOTHING_SET).below("api/v2/alerts");
	}

	private Reading at(String time, String fixture, PrometheusSettings settings) {
		Inbound now = body().with(settings).inbound(Fixtures.bytes(fixture), Map.of());
		return this.parser
			.read(new Inbound(now.integration(), now.rest(), now.headers(), now.body(), Instant.parse(time)));
	}

}
