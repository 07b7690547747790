package dev.vigie.alertingest.sender.grafana;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.grafana.GrafanaSettings.Hmac;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.time.Delay;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
class GrafanaSignatureTests {

	private static final JsonNode VECTOR = JsonMapper.shared()
		.readTree(Fixtures.bytes("vectors/signatures"))
		.get("grafanaHmac");

	private static final String SECRET = text("secret");

	private static final String SIGNATURE = "X-Grafana-Alerting-Signature";

	private static final Instant SIGNED_AT = Instant.ofEpochSecond(Long.parseLong(text("timestamp")));

	private static final Hmac PLAIN = new Hmac(List.of(SECRET), null, null, null);

	private static final Hmac TIMED = new Hmac(List.of(SECRET), null, "X-Time", new Delay("5m"));

	private final GrafanaParser parser = new GrafanaParser();

	@Test
	void isThatOfTheBody() {
		assertThatNoException()
			.isThrownBy(() -> check(PLAIN, SIGNED_AT, Map.of(SIGNATURE, text("expectedWithoutTimestamp"))));
		assertThatNoException().isThrownBy(() -> check(new Hmac(List.of(SECRET), "X-Mine", null, null), SIGNED_AT,
				Map.of("X-Mine", text("expectedWithoutTimestamp"))));
	}

	@ParameterizedTest
	@ValueSource(longs = { -300, 0, 300 })
	void isThatOfTheTimeAndTheBody(long seconds) {
		assertThatNoException().isThrownBy(() -> check(TIMED, SIGNED_AT.plusSeconds(seconds), timed()));
	}

	@ParameterizedTest
	@ValueSource(longs = { -301, 301, 100_000_000 })
	void isRefusedWhenItIsOldOrOfTheFuture(long seconds) {
		denied("The time of the signature is too far from ours", TIMED, SIGNED_AT.plusSeconds(seconds), timed());
	}

	@Test
	void isRefusedWhenItIsMissing() {
		denied("The signature is missing in the header " + SIGNATURE, PLAIN, SIGNED_AT, Map.of());
		denied("The signature is missing in the header " + SIGNATURE, PLAIN, SIGNED_AT, Map.of(SIGNATURE, ""));
		denied("The time of the signature is missing in the header X-Time", TIMED, SIGNED_AT,
				Map.of(SIGNATURE, text("expectedWithTimestamp")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-1760000000", "99999999999999999999" })
	void isRefusedWhenItsTimeIsNone(String time) {
		denied("The time of the signature is too far from ours", TIMED, SIGNED_AT,
				Map.of(SIGNATURE, text("expectedWithTimestamp"), "X-Time", time));
	}

	@Test
	void isRefusedWhenItIsAnother() {
		denied("The signature does not match the body", PLAIN, SIGNED_AT,
				Map.of(SIGNATURE, text("expectedWithTimestamp")));
		denied("The signature does not match the body", TIMED, SIGNED_AT,
				Map.of(SIGNATURE, text("expectedWithoutTimestamp"), "X-Time", text("timestamp")));
		denied("The signature does not match the body", new Hmac(List.of("other"), null, null, null), SIGNED_AT,
				Map.of(SIGNATURE, text("expectedWithoutTimestamp")));
	}

	@Test
	void isGoodWithEitherSecretWhileOneReplacesTheOther() {
		Map<String, String> headers = Map.of(SIGNATURE, text("expectedWithoutTimestamp"));
		assertThatNoException()
			.isThrownBy(() -> check(new Hmac(List.of(SECRET, "new"), null, null, null), SIGNED_AT, headers));
		assertThatNoException()
			.isThrownBy(() -> check(new Hmac(List.of("old", SECRET), null, null, null), SIGNED_AT, headers));
	}

	@Test
	void isNotAskedForWhereNoneIsSet() {
		assertThatNoException().isThrownBy(() -> check(null, SIGNED_AT, Map.of()));
	}

	private void denied(String reason, Hmac hmac, Instant at, Map<String, String> headers) {
		assertThatExceptionOfType(Denied.class).isThrownBy(() -> check(hmac, at, headers)).withMessage(reason);
	}

	private void check(@Nullable Hmac hmac, Instant at, Map<String, String> headers) {
		Inbound now = Bodies.to(this.parser)
			.with(new GrafanaSettings(hmac))
			.inbound(text("body").getBytes(StandardCharsets.UTF_8), headers);
		this.parser.verify(new Inbound(now.integration(), now.rest(), now.headers(), now.body(), at));
	}

	private static Map<String, String> timed() {
		return Map.of(SIGNATURE, text("expectedWithTimestamp"), "X-Time", text("timestamp"));
	}

	private static String text(String field) {
		return VECTOR.get(field).asString();
	}

}
