package dev.vigie.escalation.channel;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	@ParameterizedTest
	@CsvSource({ "1, 0, 5", "2, 0, 15", "3, 0, 30", "4, 0, 60", "5, 0, 60", "1000, 0, 60", "1, 20, 20", "1, 3600, 60",
			"4, 20, 60" })
	void growsToAMinuteAndHeedsWhoAsksForLonger(int attempts, int asked, int seconds) {
		assertThat(Backoff.after(attempts, Duration.ofSeconds(asked))).isEqualTo(Duration.ofSeconds(seconds));
	}

}
