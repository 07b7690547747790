package dev.vigie.escalation.condition;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTests {

	@ParameterizedTest
	@CsvSource({ "93,93", "93.5,93.5", "-1,-1", "+2,2", ".5,0.5", "1.,1", "93%,93", "'93.5 %',93.5", "1e+06,1000000",
			"94.23943737541909,94.23943737541909", "' 7 ',7", "007,7", "1e99,1e99", "1e-99,1e-99" })
	void areWhatPeopleWriteAsNumbers(String text, double number) {
		assertThat(Readings.number(text)).hasValue(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "-", "NaN", "Infinity", "+Inf", "1e400", "1e999999999", "0x10", "93,5",
			"1 000", "2.1s", "450ms", "1.5GB", "93 %%", "1_000", "1f", "1d", "٣",
			"12345678901234567890123456789012345678901" })
	void areNotWordsThatLookLikeThem(String text) {
		assertThat(Readings.number(text)).isEmpty();
	}

	@Test
	void areFoundWhereSendersPutThem() {
		assertThat(Readings.of(new Said(Map.of("cpu", "80", "status", "500", "service", "api"),
				Map.of("value", "97 %", "cpu", "81", "summary", "CPU 99"))))
			.isEqualTo(Map.of("cpu", 81.0, "status", 500.0, "value", 97.0));
	}

	@Test
	void areThoseOfGrafanaFirst() {
		String strings = "[ var='B' labels={zone=us-1} value=94.2 ], [ var='D' metric='m' labels={} value=3 ], "
				+ "[ var='E' labels={} value=null ]";
		assertThat(Readings.of(new Said(Map.of("B", "1"),
				Map.of("values", "B=94.23943737541909, C=1e+06, N=null", "value_string", strings))))
			.isEqualTo(Map.of("B", 94.23943737541909, "C", 1e6, "D", 3.0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "var='a' labels={", "var='", "a=", ", ", "=1, =", "var='a' labels={}" })
	void areSoonFoundInAHostileText(String piece) {
		String text = piece.repeat(20_000);
		assertThat(Readings.of(new Said(Map.of(), Map.of("values", text, "value_string", text)))).isEmpty();
	}

	@Test
	void comeToTheGreatestTheLeastAndTheCount() {
		List<Said> alerts = IntStream.range(0, 150)
			.mapToObj((i) -> new Said(Map.of("site", "s" + (1000 + i % 120), "job", "node"), Map.of("cpu", "" + i)))
			.toList();
		Facts facts = Facts.of(alerts, "prometheus", "");
		assertThat(facts.labels()).isEqualTo(Map.of("job", "node"));
		assertThat(facts.firing()).isEqualTo(150);
		assertThat(facts.numbers().greatest()).isEqualTo(Map.of("cpu", 149.0));
		assertThat(facts.numbers().least()).isEqualTo(Map.of("cpu", 0.0));
		assertThat(facts.numbers().distinct()).isEqualTo(Map.of("site", 120L, "job", 1L));
		assertThat(facts.numbers().each().get("site")).hasSize(100).startsWith("s1000", "s1001");
	}

	@Test
	void areNoneWhereNothingFires() {
		assertThat(Facts.of(List.of(), "prometheus", "")).isEqualTo(new Facts(Map.of(), Map.of(), 0, "prometheus", ""));
	}

}
