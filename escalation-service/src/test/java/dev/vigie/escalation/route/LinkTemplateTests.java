package dev.vigie.escalation.route;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkTemplateTests {

	static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					https://g.example/d/api?from={startsAt}&to=now            | https://g.example/d/api?from=1772452800000&to=now
					https://g.example/d/api?var-host={labels.host}            | https://g.example/d/api?var-host=db%201%26x%3Dy
					http://p:9090/graph?g0.expr=up%7Bjob%3D%22{labels.job}%22%7D | http://p:9090/graph?g0.expr=up%7Bjob%3D%22api%22%7D
					https://g.example/{annotations.panel}                     | https://g.example/a%2F..%2Fb
					https://g.example/{labels.nobody}                         | -
					https://g.example/{labels.empty}                          | -
					https://g.example/{labels.job}/{labels.nobody}            | -
					""")
	void fillsInWhatTheIncidentHas(String template, String url) {
		LinkTemplate link = new LinkTemplate("x", template);
		link.check("url");
		assertThat(link.render(Map.of("host", "db 1&x=y", "job", "api", "empty", ""), Map.of("panel", "a/../b"), NOON)
			.orElse(null)).isEqualTo(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "ftp://x/y", "//x/y", "/x", "https://{labels.host}/x",
			"https://a.{labels.host}/x", "https://u{labels.x}@h/", "https://g.example/{\"a\": 1}",
			"https://g.example/{labels}", "https://g.example/{now}", "https:///x", "https://g.example/a b" })
	void isNoOtherAddressThanItSays(String template) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> new LinkTemplate("x", template).check("url"));
	}

	@Test
	void isLeftOutWhenItGrowsTooLong() {
		assertThat(new LinkTemplate("x", "https://g.example/{labels.a}").render(Map.of("a", "é".repeat(2000)), Map.of(),
				NOON))
			.isEmpty();
	}

}
