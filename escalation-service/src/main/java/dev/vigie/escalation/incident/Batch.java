package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.vigie.shared.feed.Feed;

/**
 * The incidents that are touched in one transaction; each is locked and read once, and
 * settled before the commit.
 */
final class Batch implements TransactionSynchronization {

	private final Of of;

	private final Instant now;

	private final Map<UUID, Touched> touched = new LinkedHashMap<>();

	private @Nullable Instant delivery;

	private Batch(Of of, Instant now) {
		this.of = of;
		this.now = now;
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

	Touched touch(UUID incidentId) {
		return this.touched.computeIfAbsent(incidentId,
				(id) -> new Touched(this.of.incidents.lock(id).orElseThrow(), false));
	}

	Touched opened(Incident incident) {
		Touched fresh = new Touched(incident, true);
		this.touched.put(incident.id, fresh);
		return fresh;
	}

	Touched reopen(UUID incidentId, Origin origin, ReportedAlert alert) {
		Touched touched = touch(incidentId);
		this.of.settlement.reopen(touched, origin, alert, this.now);
		return touched;
	}

	@Override
	public int getOrder() {
		return 0; // before the feed takes what the settlement tells
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		resolveQuiet();
		this.touched.values().forEach((touched) -> this.of.settlement.settle(touched, this.now));
	}

	private void resolveQuiet() {
		this.touched.values().forEach((touched) -> this.of.settlement.resolveIfQuiet(touched, this.now));
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

		private final Incidents incidents;

		private final Settlement settlement;

		private final Feed feed;

		Of(Incidents incidents, Settlement settlement, Feed feed) {
			this.incidents = incidents;
			this.settlement = settlement;
			this.feed = feed;
		}

		Batch delivery(Instant at, Instant now) {
			Batch batch = (Batch) TransactionSynchronizationManager.getResource(this);
			if (batch == null) {
				batch = new Batch(this, now);
				this.feed.prepare();
				TransactionSynchronizationManager.bindResource(this, batch);
				TransactionSynchronizationManager.registerSynchronization(batch);
			}
			batch.delivered(at);
			return batch;
		}

	}

}
