package dev.vigie.escalation.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * The lines of the current transaction. They are written together before it commits, each
 * with what the incident was like when the line was added.
 */
final class TimelineLines implements TransactionSynchronization, Ordered {

	private final Object key;

	private final TimelineTable table;

	private final IncidentFeed feed;

	private final List<Added> lines = new ArrayList<>();

	private final Map<UUID, Incident> known = new HashMap<>();

	private TimelineLines(Object key, TimelineTable table, IncidentFeed feed) {
		this.key = key;
		this.table = table;
		this.feed = feed;
	}

	/**
	 * Those of the current transaction.
	 */
	static TimelineLines of(Object key, TimelineTable table, IncidentFeed feed) {
		TimelineLines lines = (TimelineLines) TransactionSynchronizationManager.getResource(key);
		if (lines == null) {
			Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
					"A line is added in the transaction of what it tells");
			feed.prepare();
			lines = new TimelineLines(key, table, feed);
			TransactionSynchronizationManager.bindResource(key, lines);
			TransactionSynchronizationManager.registerSynchronization(lines);
		}
		return lines;
	}

	void add(Incident incident, TimelineTable.Line line) {
		know(incident);
		this.lines.add(new Added(incident.id, IncidentFeed.Subject.of(incident), line));
	}

	void know(Incident incident) {
		this.known.put(incident.id, incident);
	}

	@Nullable Incident known(UUID incidentId) {
		return this.known.get(incidentId);
	}

	@Override
	public int getOrder() {
		return 100; // after those who still add lines, before the feed
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		if (this.lines.isEmpty()) {
			return;
		}
		List<Long> ids = this.table
			.add(this.lines.stream().map((added) -> TimelineTable.Row.of(added.incidentId(), added.line())).toList());
		for (int i = 0; i < ids.size(); i++) {
			Added added = this.lines.get(i);
			this.feed.append(added.incident(), added.line().withId(ids.get(i)));
		}
		this.lines.clear();
	}

	@Override
	public void suspend() {
		TransactionSynchronizationManager.unbindResource(this.key);
	}

	@Override
	public void resume() {
		TransactionSynchronizationManager.bindResource(this.key, this);
	}

	@Override
	public void beforeCompletion() {
		TransactionSynchronizationManager.unbindResource(this.key);
	}

	private record Added(UUID incidentId, IncidentFeed.Subject incident, TimelineTable.Line line) {
	}

}
