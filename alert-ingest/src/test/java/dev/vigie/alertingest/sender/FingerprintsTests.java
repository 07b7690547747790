package dev.vigie.alertingest.sender;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintsTests {

	@Test
	@DisplayName("Check 7: a missing fingerprint is computed as Alertmanager does")
	void areThoseOfTheVectors() {
		JsonNode vectors = JsonMapper.shared()
			.readTree(Fixtures.bytes("vectors/signatures"))
			.get("alertmanagerFingerprint");
		assertThat(vectors).hasSize(4).allSatisfy((vector) -> {
			Map<String, String> labels = new HashMap<>();
			vector.get("labels")
				.properties()
				.forEach((label) -> labels.put(label.getKey(), label.getValue().asString()));
			assertThat(Fingerprints.of(labels)).isEqualTo(vector.get("expected").asString());
		});
	}

	@Test
	void equalAlertmanagers() {
		assertThat(Fingerprints.of(Map.of("alertname", "alert1", "lbl1", "val1"))).isEqualTo("fac0861a85de433a");
		assertThat(Fingerprints.of(Map.of("instance", "Grafana", "alertname", "TestAlert")))
			.isEqualTo("57c6d9296de2ad39");
	}

	@Test
	void ofNoLabelsIsTheOffset() {
		assertThat(Fingerprints.of(Map.of())).isEqualTo("cbf29ce484222325");
	}

}
