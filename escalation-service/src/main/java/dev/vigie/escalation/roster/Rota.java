package dev.vigie.escalation.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in one schedule, as far as it is known.
 *
 * @param team who looks after what it is on call for
 * @param takeOverWithin how long who comes on call has to say that they have taken over;
 * null when nobody has to
 */
public record Rota(String schedule, @Nullable String team, @Nullable Duration takeOverWithin, List<Turn> turns) {

	public Rota {
		turns = List.copyOf(turns);
	}

	/**
	 * One turn, {@code [start, end)}.
	 *
	 * @param role what the person is on it, for example {@code primary}
	 */
	public record Turn(String person, String role, Instant start, Instant end) {
	}

}
