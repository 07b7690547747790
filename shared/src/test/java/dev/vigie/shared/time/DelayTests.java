package dev.vigie.shared.time;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DelayTests {

	@ParameterizedTest
	@CsvSource({ "0m,PT0S", "15m,PT15M", "2h,PT2H", "1h30m,PT1H30M", "30s,PT30S", "1d,PT24H", "PT15M,PT15M",
			"pt1h,PT1H" })
	void readsWhatPeopleWriteAndKeepsIt(String text, Duration length) {
		assertThat(new Delay(text).length()).isEqualTo(length);
		assertThat(new Delay(text).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "15", "m", "15 m", "-5m", "PT-5M", "31d", "1m1h", "soon", "99999999999999999999m" })
	void refusesAnythingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Delay(text)).withMessageStartingWith("must be");
	}

}
