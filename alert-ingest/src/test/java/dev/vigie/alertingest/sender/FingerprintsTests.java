package dev.vigie.alertingest.sender;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintsTests {

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
