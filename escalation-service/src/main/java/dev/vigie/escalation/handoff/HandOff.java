package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.roster.Rota;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Conflict;

/**
 * A shift change and what became of it.
 *
 * @param team who looks after what the schedule is on call for
 * @param since when what is told of begins
 * @param announced whether anybody was told; not when it was found too late
 * @param takeOverBy when somebody must have taken over; null when nobody has to
 * @param overdueAt when others were told that nobody had
 * @param overAt when those who came had all gone again before anybody took over
 * @param summary what was told; null when nobody was
 */
record HandOff(UUID id, ShiftChange change, @Nullable String team, Instant since, boolean announced,
		@Nullable Instant takeOverBy, Instant recordedAt, @Nullable Taken taken, @Nullable Instant overdueAt,
		@Nullable Instant overAt, @Nullable Summary summary) {

	/**
	 * What lies further back is no news.
	 */
	static final Duration NEWS = Duration.ofHours(1);

	// Less than this late, the time to take over counts from the change itself.
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	private static final String SHADOW = "shadow";

	static HandOff of(ShiftChange change, Rota rota, Instant since, Instant now) {
		boolean announced = change.at().isAfter(now.minus(NEWS));
		Duration within = change.role().equals(SHADOW) ? null : rota.takeOverWithin();
		Instant told = change.at().isBefore(now.minus(AT_ONCE)) ? now : change.at();
		return new HandOff(UUID.randomUUID(), change, rota.team(), since, announced,
				(announced && within != null) ? told.plus(within) : null, now, null, null, null, null);
	}

	HandOff with(Summary summary) {
		return new HandOff(this.id, this.change, this.team, this.since, this.announced, this.takeOverBy,
				this.recordedAt, this.taken, this.overdueAt, this.overAt, summary);
	}

	HandOffStatus status(Instant now) {
		if (this.taken != null) {
			return HandOffStatus.TAKEN;
		}
		if (!this.announced) {
			return HandOffStatus.UNANNOUNCED;
		}
		if (endedAt().compareTo(now) <= 0) {
			return HandOffStatus.OVER;
		}
		return (this.overdueAt != null) ? HandOffStatus.OVERDUE : HandOffStatus.OPEN;
	}

	/**
	 * Whether it is for them: who comes, and those who may do so for them.
	 */
	boolean isFor(Caller caller) {
		return this.change.incoming().contains(caller.name()) || caller.roles().contains("manager")
				|| caller.roles().contains("admin");
	}

	/**
	 * Refuses when nothing is to be taken over any more.
	 */
	void checkOpen(Instant now) {
		switch (status(now)) {
			case OPEN, OVERDUE, TAKEN -> {
				// taking over again is harmless
			}
			case OVER, UNANNOUNCED ->
				throw new Conflict("handoff-over", "This hand-off of %s is over".formatted(this.change.schedule()));
		}
	}

	private Instant endedAt() {
		return Stream.of(this.change.until(), (this.overAt != null) ? this.overAt : this.change.until())
			.min(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * Somebody said that they have taken over.
	 */
	record Taken(String by, Instant at) {
	}

}
