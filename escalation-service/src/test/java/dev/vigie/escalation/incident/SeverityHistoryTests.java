package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeverityHistoryTests {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					                                                                 ; ''            ; {}
					0 SEVERITY_SET P3                                                ; P3 0-         ; {P3=100}
					0 SEVERITY_SET P3, 10 SEVERITY_SET P1, 30 RESOLVED               ; P3 0-10 P1 10-30 ; {P1=20, P3=10}
					0 SEVERITY_SET P3, 10 SEVERITY_OVERRIDDEN P4, 20 SEVERITY_RELEASED P3 ; P3 0-10 P4 10-20 P3 20- ; {P3=90, P4=10}
					0 SEVERITY_SET P3, 10 RESOLVED, 40 REOPENED, 50 CANCELLED        ; P3 0-10 P3 40-50 ; {P3=20}
					0 SEVERITY_SET P3, 10 RESOLVED, 40 REOPENED, 45 SEVERITY_SET P1  ; P3 0-10 P3 40-45 P1 45- ; {P1=55, P3=15}
					0 SEVERITY_SET P3, 10 RESOLVED, 20 CLOSED                        ; P3 0-10       ; {P3=10}
					0 SEVERITY_SET P3, 10 MERGED                                     ; P3 0-10       ; {P3=10}
					20 SEVERITY_SET P3, 10 SEVERITY_SET P1                           ; P3 20-10 P1 10- ; {P1=90, P3=0}
					5 RESOLVED, 6 REOPENED                                           ; ''            ; {}
					""")
	void isWhatTheTimelineSays(String story, String spans, String seconds) {
		SeverityHistory history = SeverityHistory.of((story != null) ? lines(story) : List.of(), NOON.plusSeconds(100));
		assertThat(history.items().stream().map(SeverityHistoryTests::text).collect(Collectors.joining(" ")))
			.isEqualTo(spans);
		assertThat(history.seconds()).hasToString(seconds);
	}

	private static List<TimelineTable.Line> lines(String story) {
		return Arrays.stream(story.split(", "))
			.map((line) -> line.strip().split(" "))
			.map((line) -> new TimelineTable.Line(1, NOON.plusSeconds(Long.parseLong(line[0])), NOON, line[1], null,
					(line.length > 2) ? Map.of("severity", line[2], "reason", "x") : Map.of()))
			.toList();
	}

	private static String text(SeverityHistory.Span span) {
		return "%s %d-%s".formatted(span.severity(), span.from().getEpochSecond() - NOON.getEpochSecond(),
				(span.until() != null) ? span.until().getEpochSecond() - NOON.getEpochSecond() : "");
	}

}
