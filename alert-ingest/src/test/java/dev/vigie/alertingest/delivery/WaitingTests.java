package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.integration.IntegrationType.NoSettings;
import dev.vigie.alertingest.sender.Reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WaitingTests {

	private static final Reading READING = Reading.nothing("a test");

	private final Waiting waiting = new Waiting(new GroupCommit.Entry(
			new IntegrationRef(UUID.randomUUID(), "prod", "alertmanager", null, null, new NoSettings()),
			Delivery.accepted(UUID.randomUUID(), Instant.EPOCH, READING, 0), READING, Kept.NOTHING));

	@Test
	void endsWhenItIsStored() {
		this.waiting.stored();
		assertThat(this.waiting.isDoneWithin(Duration.ofMinutes(1))).isTrue();
	}

	@Test
	void isGivenUpWhenItTakesTooLong() {
		assertThat(this.waiting.isDoneWithin(Duration.ZERO)).isFalse();
	}

	@Test
	void saysWhatWentWrong() {
		this.waiting.failed(new IllegalStateException("no disk"));
		assertThatIllegalStateException().isThrownBy(() -> this.waiting.isDoneWithin(Duration.ofMinutes(1)))
			.withMessage("no disk");
	}

	@Test
	void saysAlsoWhatNobodyExpects() {
		this.waiting.failed(new OutOfMemoryError("full"));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.waiting.isDoneWithin(Duration.ofMinutes(1)))
			.withCauseInstanceOf(OutOfMemoryError.class);
	}

}
