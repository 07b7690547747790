package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.vigie.escalation.grouping.GroupingRules;
import dev.vigie.escalation.grouping.Groupings;

/**
 * The incidents that are touched in one transaction; each is settled before the commit.
 */
final class Batch implements TransactionSynchronization {

	private static final Picture NOTHING = new Picture(Map.of(), Map.of());

	private final Of of;

	private final Instant now;

	private final Map<UUID, Touched> touched = new LinkedHashMap<>();

	private final BatchMemory memory;

	private @Nullable Rulebook rulebook;

	private @Nullable GroupingRules rules;

	private @Nullable Instant delivery;

	private Batch(Of of, Instant now) {
		this.of = of;
		this.now = now;
		this.memory = new BatchMemory(of.tables);
	}

	Instant now() {
		return this.now;
	}

	/**
	 * What one delivery of a sender says holds together, in whatever order it says it: a
	 * group whose first alert is resolved and whose second fires is not over. What it
	 * leaves quiet is resolved when the next one begins.
	 */
	private void delivered(Instant at) {
		if (!at.equals(this.delivery)) {
			resolveQuiet();
			this.delivery = at;
		}
	}

	BatchMemory memory() {
		return this.memory;
	}

	/**
	 * The routes and rules as they were when the batch first needed them.
	 */
	Rulebook rulebook() {
		if (this.rulebook == null) {
			this.rulebook = this.of.triage.rulebook();
		}
		return this.rulebook;
	}

	/**
	 * The groupings as they were when the batch first needed them.
	 */
	GroupingRules rules() {
		if (this.rules == null) {
			this.rules = this.of.groupings.rules();
		}
		return this.rules;
	}

	Reported reported(AlertSender sender, ReportedAlert alert, Instant at) {
		return Reported.of(sender, alert, at, rules().of(sender.integration()));
	}

	Touched touch(Incident incident) {
		return this.touched.computeIfAbsent(incident.id, (_) -> new Touched(incident, false));
	}

	Touched opened(Incident incident) {
		Touched fresh = new Touched(incident, true);
		this.touched.put(incident.id, fresh);
		return fresh;
	}

	Touched reopen(Incident incident, Reported reported) {
		Touched touched = touch(incident);
		this.of.settlement.reopen(this, touched, reported);
		return touched;
	}

	@Override
	public int getOrder() {
		return 0; // before the timeline takes what the settlement tells
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		resolveQuiet();
		recount(this.touched.values());
		this.of.settlement.prepare(this, this.touched.values());
		this.touched.values().forEach((touched) -> this.of.settlement.settle(this, touched));
		this.memory.write();
	}

	/**
	 * Counts again what the alerts of those have in common that may have it changed.
	 */
	void recount(Collection<Touched> some) {
		List<UUID> changed = some.stream().filter(Touched::needsRecount).map((touched) -> touched.incident.id).toList();
		if (!changed.isEmpty()) {
			Map<UUID, Picture> pictures = this.memory.pictures(changed);
			some.stream()
				.filter(Touched::needsRecount)
				.forEach((touched) -> touched.recounted(pictures.getOrDefault(touched.incident.id, NOTHING)));
		}
	}

	private void resolveQuiet() {
		this.touched.values().forEach((touched) -> this.of.settlement.resolveIfQuiet(this, touched));
	}

	@Override
	public void suspend() {
		TransactionSynchronizationManager.unbindResource(this.of);
	}

	@Override
	public void resume() {
		TransactionSynchronizationManager.bindResource(this.of, this);
	}

	@Override
	public void beforeCompletion() {
		TransactionSynchronizationManager.unbindResource(this.of);
	}

	/**
	 * Finds the batch of the current transaction.
	 */
	@Component
	static class Of {

		private final BatchTables tables;

		private final Groupings groupings;

		private final Settlement settlement;

		private final Triage triage;

		private final Timeline timeline;

		Of(BatchTables tables, Groupings groupings, Settlement settlement, Triage triage, Timeline timeline) {
			this.tables = tables;
			this.groupings = groupings;
			this.settlement = settlement;
			this.triage = triage;
			this.timeline = timeline;
		}

		Batch delivery(Instant at, Instant now) {
			Batch batch = current(now);
			batch.delivered(at);
			return batch;
		}

		Batch current(Instant now) {
			Batch batch = (Batch) TransactionSynchronizationManager.getResource(this);
			if (batch == null) {
				batch = new Batch(this, now);
				this.timeline.prepare();
				TransactionSynchronizationManager.bindResource(this, batch);
				TransactionSynchronizationManager.registerSynchronization(batch);
			}
			return batch;
		}

	}

}
