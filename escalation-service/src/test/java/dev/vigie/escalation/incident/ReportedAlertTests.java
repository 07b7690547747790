package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportedAlertTests {

	@Test
	void isCalledByItsSummary() {
		assertThat(alert(Map.of("alertname", "Down"), Map.of("summary", " API\n is down ")).title(Map.of()))
			.isEqualTo("API is down");
	}

	@Test
	void isCalledByItsNameAndGroupOtherwise() {
		assertThat(alert(Map.of("alertname", "Down"), Map.of("summary", " "))
			.title(new TreeMap<>(Map.of("alertname", "Down", "service", "api", "cluster", "eu"))))
			.isEqualTo("Down (cluster=eu, service=api)");
		assertThat(alert(Map.of(), Map.of()).title(Map.of())).isEqualTo("f1");
	}

	@Test
	void isCutBetweenCharacters() {
		String title = alert(Map.of(), Map.of("summary", "🔥".repeat(300))).title(Map.of());
		assertThat(title).isEqualTo("🔥".repeat(200));
	}

	@Test
	void groupsByLabelsInWhateverOrder() {
		Map<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
		backwards.putAll(Map.of("a", "1", "b", "2"));
		assertThat(Origin.of("x", backwards).isSame(Origin.of("x", new TreeMap<>(Map.of("a", "1", "b", "2")))))
			.isTrue();
		assertThat(Origin.of("x", Map.of("a", "1,b=2")).isSame(Origin.of("x", Map.of("a", "1", "b", "2")))).isFalse();
		assertThat(Origin.of("x", Map.of()).isSame(Origin.of("y", Map.of()))).isFalse();
	}

	private static ReportedAlert alert(Map<String, String> labels, Map<String, String> annotations) {
		return new ReportedAlert("f1", labels, annotations, Instant.EPOCH, null, null, null);
	}

}
