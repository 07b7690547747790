package dev.vigie.alertingest.lock;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.lock.Locks.Basic;
import dev.vigie.alertingest.lock.Locks.Bearer;
import dev.vigie.shared.problem.Denied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LocksTests {

	private static final InetAddress HOME = InetAddress.ofLiteral("10.1.2.3");

	// The vectors of Grafana's signature.
	private static final byte[] BODY = "{\"receiver\":\"oncall\",\"status\":\"firing\",\"groupKey\":\"{}:{alertname=\\\"DiskFull\\\"}\",\"title\":\"Grüße\"}"
		.getBytes(StandardCharsets.UTF_8);

	private static final String PLAIN = "e177eb94b986ec76013c66a23df869a3a447e48ad917c343a2251cf99b72baf7";

	private static final String TIMED = "71026b1ff1c3d08218f52f01851b54da9c37ceae682b619fc6221c85b93bd912";

	private static final Instant THEN = Instant.ofEpochSecond(1760000000);

	// What Alertmanager's basic_auth was captured to send.
	@ParameterizedTest
	@CsvSource({ "Basic YWxlcnRtYW5hZ2VyOnMzY3JldA==, true", "basic YWxlcnRtYW5hZ2VyOnMzY3JldA==, true",
			"Basic YWxlcnRtYW5hZ2VyOndyb25n, false", "Basic !, false", "Bearer YWxlcnRtYW5hZ2VyOnMzY3JldA==, false",
			", false" })
	void openForUserAndPassword(String authorization, boolean open) {
		assertThat(opens(new Locks(new Basic("alertmanager", "s3cret"), null, null, null), authorization))
			.isEqualTo(open);
	}

	@ParameterizedTest
	@CsvSource({ "Bearer new, true", "Token old, true", "GenieKey new, true", "old, true", "Bearer other, false",
			"Bearer, false", ", false" })
	void openForEitherTokenBehindAnyWord(String authorization, boolean open) {
		assertThat(opens(new Locks(null, new Bearer(List.of("new", "old")), null, null), authorization))
			.isEqualTo(open);
	}

	@Test
	void askForUserAndPassword() {
		Locks locks = new Locks(new Basic("sns", "s3cret"), null, null, null);
		assertThatExceptionOfType(Denied.class).isThrownBy(() -> locks.checkHead(new HttpHeaders(), HOME))
			.satisfies((denied) -> assertThat(denied.status().value()).isEqualTo(401));
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, true", "10.1.2.3, true", "10.1.2.2/31, true", "10.1.2.4/30, false", "0.0.0.0/0, true",
			"2001:db8::/32, false" })
	void openForTheirNetworks(String network, boolean open) {
		assertThat(opens(new Locks(null, null, null, List.of(new Network(network))), null)).isEqualTo(open);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "localhost", "10.0.0.0/", "10.0.0.0/x", "", "10.0.0.0/8/8" })
	void refuseWhatIsNoNetwork(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Network(text));
	}

	@Test
	void cannotAskForTwoAuthorizations() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Locks(new Basic("a", "b"), new Bearer(List.of("c")), null, null));
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@ParameterizedTest
	@ValueSource(strings = { "grafana-s3cret, other", "other, grafana-s3cret" })
	void openForEitherSecretWhileTheyAreRotated(String secrets) {
		Locks locks = signed(List.of(secrets.split(", ")), null);
		assertThatCode(() -> locks.checkBody(headers("X-Signature", PLAIN), BODY, THEN)).doesNotThrowAnyException();
		assertThatCode(() -> locks.checkBody(headers("X-Signature", "sha256=" + PLAIN), BODY, THEN))
			.doesNotThrowAnyException();
	}

	@Test
	void openForASignatureOfGithub() {
		JsonNode vector = JsonMapper.shared().readTree(Fixtures.bytes("vectors/signatures")).get("github");
		Locks locks = signed(List.of(vector.get("secret").asString()), null);
		assertThatCode(() -> locks.checkBody(headers("X-Signature", vector.get("expected").asString()),
				vector.get("body").asString().getBytes(StandardCharsets.UTF_8), THEN))
			.doesNotThrowAnyException();
	}

	@Test
	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	void denyABadAMissingAndAnOldSignature() {
		Locks locks = signed(List.of("grafana-s3cret"), "X-Time");
		HttpHeaders timed = headers("X-Signature", TIMED);
		assertDenied(locks, timed, THEN);
		timed.add("X-Time", "1760000000");
		assertThatCode(() -> locks.checkBody(timed, BODY, THEN.plusSeconds(300))).doesNotThrowAnyException();
		assertDenied(locks, timed, THEN.plusSeconds(301));
		assertDenied(locks, timed, THEN.minusSeconds(301));
		assertDenied(locks, headers("X-Other", TIMED), THEN);
		assertDenied(signed(List.of("grafana-s3cret"), null), headers("X-Signature", TIMED), THEN);
		assertDenied(signed(List.of("wrong"), null), headers("X-Signature", PLAIN), THEN);
	}

	@Test
	void tellNothingToALog() {
		assertThat(new Locks(new Basic("u", "s3cret"), null, null, null).toString()).doesNotContain("s3cret");
		assertThat(new Basic("u", "s3cret").toString()).doesNotContain("s3cret");
		assertThat(new Bearer(List.of("s3cret")).toString()).doesNotContain("s3cret");
		assertThat(new Signature(List.of("s3cret"), "h", null, null).toString()).doesNotContain("s3cret");
	}

	private static void assertDenied(Locks locks, HttpHeaders headers, Instant at) {
		assertThatExceptionOfType(Denied.class).isThrownBy(() -> locks.checkBody(headers, BODY, at));
	}

	private static Locks signed(List<String> secrets, String timestampHeader) {
		return new Locks(null, null, new Signature(secrets, "X-Signature", timestampHeader, null), null);
	}

	private static boolean opens(Locks locks, String authorization) {
		try {
			locks.checkHead((authorization != null) ? headers("Authorization", authorization) : new HttpHeaders(),
					HOME);
			return true;
		}
		catch (Denied _) {
			return false;
		}
	}

	private static HttpHeaders headers(String name, String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(name, value);
		return headers;
	}

}
