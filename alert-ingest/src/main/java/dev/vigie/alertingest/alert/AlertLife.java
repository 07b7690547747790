package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Decides what a sender's word makes of an alert. Senders repeat themselves, speak in
 * pairs and out of order; so the same word twice changes nothing, and a late word about
 * an earlier life does not end the present one.
 */
final class AlertLife {

	private AlertLife() {
	}

	/**
	 * What becomes of an alert.
	 * @param known the alert as stored, null if never seen
	 * @param change what the sender says
	 * @param newId the id for an alert that was never seen
	 * @param at when it was said
	 */
	static Step next(@Nullable Alert known, AlertChange change, UUID newId, Instant at) {
		return switch (change.status()) {
			case FIRING -> firing(known, change, newId, at);
			case RESOLVED -> resolved(known, change, newId, at);
		};
	}

	private static Step firing(@Nullable Alert known, AlertChange change, UUID newId, Instant at) {
		if (known == null || !known.isFiring()) {
			// Also with the startsAt of a life already closed: after a partition of the
			// sender the problem comes back with its old start.
			return new Step(fire(known, change, newId, orElse(change.startsAt(), at)), AlertNews.FIRED);
		}
		if (change.startsAt() != null && change.startsAt().isAfter(known.startsAt())) {
			// The end of the life before was never announced.
			return new Step(fire(known, change, newId, change.startsAt()), AlertNews.FIRED);
		}
		Alert alert = fire(known, change, newId, known.startsAt());
		boolean same = alert.labels().equals(known.labels()) && alert.annotations().equals(known.annotations());
		return new Step(alert, same ? AlertNews.NONE : AlertNews.UPDATED);
	}

	private static Step resolved(@Nullable Alert known, AlertChange change, UUID newId, Instant at) {
		if (known == null) {
			Instant end = orElse(change.endsAt(), at);
			return new Step(end(newId, change, orElse(change.startsAt(), end), end), AlertNews.NONE);
		}
		if (known.isFiring()) {
			if (isAboutEarlierLife(known, change)) {
				return new Step(known, AlertNews.NONE);
			}
			return new Step(end(known.id(), change, known.startsAt(), orElse(change.endsAt(), at)), AlertNews.RESOLVED);
		}
		Instant start = orElse(change.startsAt(), known.startsAt());
		if (start.isBefore(known.startsAt())) {
			return new Step(known, AlertNews.NONE);
		}
		return new Step(end(known.id(), change, start, orElse(change.endsAt(), orElse(known.endsAt(), at))),
				AlertNews.NONE);
	}

	private static boolean isAboutEarlierLife(Alert known, AlertChange change) {
		return change.startsAt() != null && change.startsAt().isBefore(known.startsAt()) && change.endsAt() != null
				&& !change.endsAt().isAfter(known.startsAt());
	}

	private static Alert fire(@Nullable Alert known, AlertChange change, UUID newId, Instant start) {
		return new Alert((known != null) ? known.id() : newId, change.fingerprint(), AlertStatus.FIRING,
				change.labels(), change.annotations(), change.generatorUrl(), start, null);
	}

	private static Alert end(UUID id, AlertChange change, Instant start, Instant end) {
		return new Alert(id, change.fingerprint(), AlertStatus.RESOLVED, change.labels(), change.annotations(),
				change.generatorUrl(), start, end);
	}

	private static Instant orElse(@Nullable Instant instant, Instant other) {
		return (instant != null) ? instant : other;
	}

	/**
	 * The alert after the change, and what there is to tell of it.
	 */
	record Step(Alert alert, AlertNews news) {
	}

}
