package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.vigie.escalation.incident.Visibility.Named;

import static org.assertj.core.api.Assertions.assertThat;

class VisibilityTests {

	private static final Named ADA = new Named("ada", null, Instant.EPOCH);

	private static final Named GRACE = new Named("grace", "ada", Instant.EPOCH);

	@Test
	void allowsEverybodyUnlessItIsPrivate() {
		assertThat(Visibility.OPEN.allows("ada")).isTrue();
		assertThat(Visibility.OPEN.allows(null)).isTrue();
		Visibility closed = Visibility.OPEN.privateTo(List.of(ADA));
		assertThat(closed.allows("ada")).isTrue();
		assertThat(closed.allows("grace")).isFalse();
		assertThat(closed.allows("Ada")).isFalse();
		assertThat(closed.allows(null)).isFalse();
	}

	@Test
	void keepsWhoWasNamedFirstAndByWhom() {
		Visibility both = Visibility.OPEN.privateTo(List.of(ADA))
			.privateTo(List.of(new Named("ada", "grace", Instant.MAX), GRACE));
		assertThat(both.people()).containsExactly(ADA, GRACE);
		assertThat(both.without("ada").people()).containsExactly(GRACE);
		assertThat(both.without("linus")).isEqualTo(both);
		assertThat(both.without("ada").without("grace").allows("ada")).isFalse();
	}

}
