package dev.vigie.escalation.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.vigie.escalation.page.PageRequest.At;

/**
 * The pages that the current transaction queues for incidents it has locked. What these
 * have already is read once, and what is new is written together before it commits.
 */
final class PageBatch implements TransactionSynchronization, Ordered {

	private final Object key;

	private final PageTable table;

	private final Set<Run> runs;

	private final Set<Slot> slots = new HashSet<>();

	private final Set<Told> told = new HashSet<>();

	private final List<Page> unwritten = new ArrayList<>();

	private PageBatch(Object key, PageTable table, Set<Run> runs) {
		this.key = key;
		this.table = table;
		this.runs = runs;
	}

	static void begin(Object key, PageTable table, Collection<At> steps) {
		PageBatch batch = new PageBatch(key, table, steps.stream().map(Run::of).collect(Collectors.toSet()));
		table.known(batch.runs).forEach((known) -> batch.take(known.slot(), known.fallenBack()));
		TransactionSynchronizationManager.bindResource(key, batch);
		TransactionSynchronizationManager.registerSynchronization(batch);
	}

	/**
	 * The one of the current transaction, if it knows what this run of the incident has.
	 */
	static @Nullable PageBatch of(Object key, At step) {
		PageBatch batch = (PageBatch) TransactionSynchronizationManager.getResource(key);
		return (batch != null && batch.runs.contains(Run.of(step))) ? batch : null;
	}

	Optional<Page> queue(PageRequest request, Instant now) {
		Slot slot = Slot.of(request);
		if (reaches(slot.at(), slot.address()) || this.slots.contains(slot)) {
			return Optional.empty();
		}
		take(slot, false);
		Page page = Page.queued(UUID.randomUUID(), request, now);
		this.unwritten.add(page);
		return Optional.of(page);
	}

	boolean reaches(At step, String address) {
		return this.told.contains(new Told(step, address));
	}

	private void take(Slot slot, boolean fallenBack) {
		this.slots.add(slot);
		if (!fallenBack) {
			this.told.add(new Told(slot.at(), slot.address()));
		}
	}

	@Override
	public int getOrder() {
		return 50; // before the lines that tell of them
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		this.table.insert(this.unwritten);
		this.unwritten.clear();
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

	/**
	 * A run of an incident, as far as it was told anew.
	 */
	record Run(UUID incidentId, int run, int again) {

		static Run of(At step) {
			return new Run(step.incidentId(), step.run(), step.again());
		}

	}

	/**
	 * What there is one page for.
	 *
	 * @param who the person or channel, empty for a mailbox
	 */
	record Slot(At at, String target, String who, String address) {

		static Slot of(PageRequest request) {
			String channel = (request.to().channel() != null) ? request.to().channel() : "";
			return new Slot(request.at(), request.target(), (request.person() != null) ? request.person() : channel,
					request.to().address());
		}

	}

	/**
	 * A page that is there.
	 */
	record Known(Slot slot, boolean fallenBack) {
	}

	/**
	 * An address at which somebody knows of a step, or will.
	 */
	private record Told(At at, String address) {
	}

}
