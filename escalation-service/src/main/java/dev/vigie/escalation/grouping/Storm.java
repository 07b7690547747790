package dev.vigie.escalation.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How fast alerts of an integration begin to fire. It knows no clock: the times are those
 * at which deliveries were accepted, so the answer is the same whenever, and by whichever
 * replica, they are read.
 *
 * @param arrivals the last alerts that began to fire, the oldest first
 * @param calmFrom when the rate falls, or fell, below the limit; null when it never was
 * above
 */
public record Storm(List<Arrival> arrivals, @Nullable Instant calmFrom) {

	public static final Storm NONE = new Storm(List.of(), null);

	public Storm {
		arrivals = List.copyOf(arrivals);
	}

	/**
	 * One more alert begins to fire. Times only go forward: what is told late counts as
	 * of now.
	 */
	public Storm and(Limit limit, Instant at) {
		Instant time = present(at);
		List<Arrival> last = new ArrayList<>();
		int total = 1;
		for (Arrival arrival : this.arrivals.reversed()) {
			if (total > limit.alerts() || !time.isBefore(arrival.at().plus(limit.within()))) {
				break;
			}
			int taken = Math.min(arrival.count(), limit.alerts() + 1 - total);
			last.addFirst(new Arrival(arrival.at(), taken));
			total += taken;
		}
		if (!last.isEmpty() && last.getLast().at().equals(time)) {
			last.set(last.size() - 1, new Arrival(time, last.getLast().count() + 1));
		}
		else {
			last.add(new Arrival(time, 1));
		}
		boolean above = total > limit.alerts();
		return new Storm(last, above ? last.getFirst().at().plus(limit.within()) : this.calmFrom);
	}

	/**
	 * Whether the rate is above the limit, or was so within the window.
	 */
	public boolean rages(Limit limit, Instant at) {
		Instant end = end(limit);
		return end != null && present(at).isBefore(end);
	}

	/**
	 * When it ends, or ended, unless more alerts come; null when there was none.
	 */
	public @Nullable Instant end(Limit limit) {
		return (this.calmFrom != null) ? this.calmFrom.plus(limit.within()) : null;
	}

	private Instant present(Instant at) {
		Instant latest = this.arrivals.isEmpty() ? at : this.arrivals.getLast().at();
		return at.isAfter(latest) ? at : latest;
	}

	/**
	 * Alerts that began to fire at the same moment.
	 */
	public record Arrival(Instant at, int count) {
	}

	/**
	 * More than so many alerts within a time are a storm.
	 */
	public record Limit(int alerts, Duration within) {
	}

}
