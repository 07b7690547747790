package dev.vigie.alertingest.alert;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertLife.Step;
import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * What becomes of the alerts of one transaction. Pure but for what mutes.
 */
final class AlertBatch {

	private final Map<AlertKey, Alert> before = new HashMap<>();

	private final Map<AlertKey, Alert> after;

	private final GroupMoves moves;

	private final Map<AlertKey, StoredAlert> reported = new TreeMap<>();

	private final Map<Life, Alert> lives = new LinkedHashMap<>();

	private final List<Muting.Session> mutings;

	/**
	 * A batch.
	 * @param known the alerts that are stored already
	 */
	AlertBatch(Map<AlertKey, StoredAlert> known, List<Muting.Session> mutings) {
		known.forEach((key, stored) -> this.before.put(key, stored.alert()));
		this.after = new HashMap<>(this.before);
		this.moves = new GroupMoves(known.values());
		this.mutings = mutings;
	}

	/**
	 * The alerts that the reports are about, in the order in which everybody locks them.
	 */
	static Collection<AlertKey> keys(List<AlertReport> reports) {
		TreeSet<AlertKey> keys = new TreeSet<>();
		reports.forEach((report) -> report.changes()
			.forEach((change) -> keys.add(new AlertKey(report.integration().id(), change.fingerprint()))));
		return keys;
	}

	/**
	 * Takes a report.
	 * @return whether there was anything to tell
	 */
	boolean take(AlertReport report, Teller teller) {
		String group = report.hash();
		boolean told = false;
		this.moves.reported(report, group);
		for (AlertChange change : report.changes()) {
			AlertKey key = new AlertKey(report.integration().id(), change.fingerprint());
			Alert known = this.after.get(key);
			Step step = AlertLife.next(known, timed(change, report), UUID.randomUUID(), report.at());
			if (step.alert() == null) {
				continue;
			}
			String muted = null;
			if (change.verb().fires() && step.alert().isFiring()) {
				boolean tellable = isTellable(step, known);
				muted = muted(report.integration(), step.alert(), tellable);
				step = tellable ? judged(step.alert(), muted) : step;
			}
			Alert alert = keep(key, known, step);
			this.reported.put(key, new StoredAlert(key, alert, group, alert.told() ? null : muted, report.at()));
			this.moves.moved(key, report, group);
			teller.tell(report, change, step);
			told |= step.news() != AlertNews.NONE;
		}
		return told;
	}

	// A life that was told of goes on being told of, whatever mutes from now on.
	private static boolean isTellable(Step step, @Nullable Alert known) {
		return step.news() == AlertNews.FIRED || (known != null && known.isFiring() && !known.told());
	}

	private static Step judged(Alert alert, @Nullable String muted) {
		return (muted != null) ? new Step(alert.withTold(false), AlertNews.NONE)
				: new Step(alert.withTold(true), AlertNews.FIRED);
	}

	private static AlertChange timed(AlertChange change, AlertReport report) {
		Duration patience = report.integration().staleAfter();
		return (change.validUntil() == null && patience != null) ? change.withValidUntil(report.at().plus(patience))
				: change;
	}

	private @Nullable String muted(IntegrationRef integration, Alert alert, boolean tellable) {
		String reason = null;
		for (Muting.Session muting : this.mutings) {
			muting.heard(integration, alert.labels());
			reason = (reason != null || !tellable) ? reason : muting.reason(integration, alert.labels());
		}
		return reason;
	}

	private Alert keep(AlertKey key, @Nullable Alert known, Step step) {
		Alert alert = (step.alert() != null) ? step.alert() : known;
		if (alert == null) {
			throw new IllegalStateException("There is nothing to keep of " + key);
		}
		this.after.put(key, alert);
		if (known == null || !known.startsAt().equals(alert.startsAt()) || known.status() != alert.status()) {
			this.lives.put(new Life(alert.id(), alert.startsAt().toString()), alert);
		}
		return alert;
	}

	List<StoredAlert> created() {
		return select((stored) -> !this.before.containsKey(stored.key()));
	}

	List<StoredAlert> changed() {
		return select((stored) -> {
			Alert known = this.before.get(stored.key());
			return known != null && !stored.alert().isRepeatOf(known);
		});
	}

	List<StoredAlert> repeated() {
		return select((stored) -> {
			Alert known = this.before.get(stored.key());
			return known != null && stored.alert().isRepeatOf(known);
		});
	}

	/**
	 * Those that something keeps from being told.
	 */
	List<StoredAlert> muted() {
		return select((stored) -> stored.mutedBy() != null);
	}

	/**
	 * The lives that began or ended, but for those with which new alerts are created.
	 */
	List<Alert> lives() {
		Set<Alert> created = Collections.newSetFromMap(new IdentityHashMap<>());
		created().forEach((stored) -> created.add(stored.alert()));
		return this.lives.values().stream().filter((alert) -> !created.contains(alert)).toList();
	}

	GroupMoves moves() {
		return this.moves;
	}

	private List<StoredAlert> select(Predicate<StoredAlert> which) {
		return this.reported.values().stream().filter(which).toList();
	}

	private record Life(UUID alert, String startsAt) {
	}

	/**
	 * Hears of every step.
	 */
	interface Teller {

		void tell(AlertReport report, AlertChange change, Step step);

	}

}
