package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Decides what a change makes of an alert: one life after another. Pure.
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
		if (known != null && isOvertaken(known, change)) {
			return new Step(known, AlertNews.NONE);
		}
		return switch (change.verb()) {
			case FIRING -> firing(known, change, newId, at);
			case RAISED -> raised(known, change, newId, at);
			case RESOLVED -> resolved(known, change, newId, at);
			case AMENDED -> amended(known, change);
			case ACKNOWLEDGED -> remark(known, AlertNews.ACKNOWLEDGED);
			case UNACKNOWLEDGED -> remark(known, AlertNews.UNACKNOWLEDGED);
			case SNOOZED -> remark(known, AlertNews.SNOOZED);
			case NOTED -> remark(known, AlertNews.NOTED);
		};
	}

	// Messages of some senders come in any order: what was stated later stands.
	private static boolean isOvertaken(Alert known, AlertChange change) {
		return known.statedAt() != null && change.statedAt() != null && change.statedAt().isBefore(known.statedAt());
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
		Alert alert = fire(known, change, newId, known.startsAt()).withTold(known.told());
		boolean same = alert.labels().equals(known.labels()) && alert.annotations().equals(known.annotations());
		return new Step(alert, same ? AlertNews.NONE : news(alert, AlertNews.UPDATED));
	}

	private static Step raised(@Nullable Alert known, AlertChange change, UUID newId, Instant at) {
		return (known != null && known.isFiring()) ? new Step(known.withStaleAt(change.validUntil()), AlertNews.NONE)
				: firing(known, change, newId, at);
	}

	private static Step resolved(@Nullable Alert known, AlertChange change, UUID newId, Instant at) {
		if (known == null && change.labels().isEmpty()) {
			return new Step(null, AlertNews.NONE); // nothing to say what it was about
		}
		if (known == null) {
			Instant end = orElse(change.endsAt(), at);
			return new Step(end(null, newId, change, orElse(change.startsAt(), end), end), AlertNews.NONE);
		}
		if (known.isFiring()) {
			if (isAboutEarlierLife(known, change)) {
				return new Step(known, AlertNews.NONE);
			}
			Alert alert = end(known, newId, change, known.startsAt(), orElse(change.endsAt(), at));
			return new Step(alert, news(alert, AlertNews.RESOLVED));
		}
		Instant start = orElse(change.startsAt(), known.startsAt());
		if (start.isBefore(known.startsAt())) {
			return new Step(known, AlertNews.NONE);
		}
		return new Step(end(known, newId, change, start, orElse(change.endsAt(), orElse(known.endsAt(), at))),
				AlertNews.NONE);
	}

	private static Step amended(@Nullable Alert known, AlertChange change) {
		if (known == null || !known.isFiring()) {
			return new Step(known, AlertNews.NONE);
		}
		Alert alert = known.reading(merge(known.labels(), change.labels()),
				merge(known.annotations(), change.annotations()));
		return new Step(alert, alert.equals(known) ? AlertNews.NONE : news(alert, AlertNews.UPDATED));
	}

	private static Step remark(@Nullable Alert known, AlertNews news) {
		return new Step(known, (known != null && known.isFiring()) ? news(known, news) : AlertNews.NONE);
	}

	// Of a life nobody was told of there is nothing to add.
	private static AlertNews news(Alert alert, AlertNews news) {
		return alert.told() ? news : AlertNews.NONE;
	}

	private static boolean isAboutEarlierLife(Alert known, AlertChange change) {
		return change.startsAt() != null && change.startsAt().isBefore(known.startsAt()) && change.endsAt() != null
				&& !change.endsAt().isAfter(known.startsAt());
	}

	private static Alert fire(@Nullable Alert known, AlertChange change, UUID newId, Instant start) {
		return new Alert((known != null) ? known.id() : newId, change.fingerprint(), AlertStatus.FIRING,
				change.labels(), change.annotations(), change.generatorUrl(), start, null, true, change.validUntil(),
				stated(known, change), null);
	}

	// A sender that only names what ended leaves what it said before.
	private static Alert end(@Nullable Alert known, UUID newId, AlertChange change, Instant start, Instant end) {
		String reason = (change.word() != null) ? change.word().text() : null;
		if (known != null && change.labels().isEmpty()) {
			return new Alert(known.id(), known.fingerprint(), AlertStatus.RESOLVED, known.labels(),
					change.annotations().isEmpty() ? known.annotations() : change.annotations(), known.generatorUrl(),
					start, end, known.told(), null, stated(known, change), reason);
		}
		return new Alert((known != null) ? known.id() : newId, change.fingerprint(), AlertStatus.RESOLVED,
				change.labels(), change.annotations(), change.generatorUrl(), start, end, known == null || known.told(),
				null, stated(known, change), reason);
	}

	private static @Nullable Instant stated(@Nullable Alert known, AlertChange change) {
		return (change.statedAt() != null || known == null) ? change.statedAt() : known.statedAt();
	}

	private static Map<String, String> merge(Map<String, String> before, Map<String, String> given) {
		Map<String, String> merged = new HashMap<>(before);
		merged.putAll(given);
		return Map.copyOf(merged);
	}

	private static Instant orElse(@Nullable Instant instant, Instant other) {
		return (instant != null) ? instant : other;
	}

	/**
	 * The alert after the change, null if there still is none, and what there is to tell
	 * of it.
	 */
	record Step(@Nullable Alert alert, AlertNews news) {
	}

}
