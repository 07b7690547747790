package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MutingsTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private final AtomicInteger readings = new AtomicInteger();

	private final Mutings mutings = new Mutings(List.of(() -> {
		String reason = "reading " + this.readings.incrementAndGet();
		return (now) -> (_, _) -> reason + " at " + now;
	}));

	@Test
	void areReadAgainOnlyWithAnotherEdition() {
		Optional<UUID> first = Optional.of(UUID.randomUUID());
		Optional<UUID> second = Optional.of(UUID.randomUUID());
		assertThat(List.of(Optional.<UUID>empty(), Optional.<UUID>empty(), first, first, second, first))
			.extracting((edition) -> reason(this.mutings.at(NOON, edition)))
			.containsExactly("reading 1 at " + NOON, "reading 1 at " + NOON, "reading 2 at " + NOON,
					"reading 2 at " + NOON, "reading 3 at " + NOON, "reading 4 at " + NOON);
	}

	@Test
	void areAskedAtTheInstant() {
		this.mutings.at(NOON, Optional.empty());
		assertThat(reason(this.mutings.at(NOON.plusSeconds(1), Optional.empty())))
			.isEqualTo("reading 1 at " + NOON.plusSeconds(1));
	}

	@Test
	void areReadEachTimeWhereNobodyKnowsTheEdition() {
		this.mutings.at(NOON);
		assertThat(reason(this.mutings.at(NOON))).isEqualTo("reading 2 at " + NOON);
	}

	private static String reason(List<Muting.Session> sessions) {
		return String.valueOf(sessions.getFirst().reason(null, Map.of()));
	}

}
