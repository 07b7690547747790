package dev.vigie.escalation.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.channel.Backoff;
import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.escalation.channel.Delivery;

/**
 * The pages and their states. Whoever follows what becomes of them hears
 * {@link PageNews}.
 */
@Component
@Transactional
public class Pages {

	// From here on the channel is taken for broken, and somebody else must know.
	private static final int PATIENCE = 3;

	private final PageTable table;

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	private final DispatchProperties properties;

	Pages(PageTable table, ApplicationEventPublisher events, InstantSource clock, DispatchProperties properties) {
		this.table = table;
		this.events = events;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Queues a page, unless somebody at this address knows, or will, of this step, or the
	 * same person or channel was already paged for it and this target.
	 */
	public Optional<Page> queue(PageRequest request) {
		PageBatch batch = PageBatch.of(this, request.at());
		Instant now = this.clock.instant();
		return (batch != null) ? batch.queue(request, now) : this.table.insert(request, now);
	}

	/**
	 * Lets the pages of these incidents be written together when the current transaction
	 * commits. The caller has locked the incidents, so that nobody else pages for them.
	 * @param steps one of the present run of each incident
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void gather(Collection<PageRequest.At> steps) {
		PageBatch.begin(this, this.table, steps);
	}

	/**
	 * Takes back what was not sent yet.
	 */
	public void cancel(UUID incidentId) {
		cancelled(this.table.cancel(incidentId, null));
	}

	/**
	 * Takes back what was not sent yet to a person.
	 */
	public void cancel(UUID incidentId, String person) {
		cancelled(this.table.cancel(incidentId, person));
	}

	private void cancelled(List<Page> pages) {
		pages.forEach((page) -> this.events.publishEvent(new PageNews.Cancelled(page)));
	}

	/**
	 * What still waits tells channels and mailboxes no more than that there is an
	 * incident.
	 * @return the people who are going to be told
	 */
	public Set<String> conceal(UUID incidentId) {
		List<Page> waiting = this.table.of(incidentId).stream().filter((page) -> page.status().isOpen()).toList();
		waiting.forEach((page) -> this.table.rewrite(page.concealed()));
		return waiting.stream()
			.map((page) -> page.request().person())
			.flatMap(Stream::ofNullable)
			.collect(Collectors.toSet());
	}

	@Transactional(readOnly = true)
	public List<Page> of(UUID incidentId) {
		return this.table.of(incidentId);
	}

	/**
	 * Whether somebody at this address knows, or will, of this step.
	 */
	@Transactional(readOnly = true)
	public boolean reaches(PageRequest.At step, String address) {
		PageBatch batch = PageBatch.of(this, step);
		return (batch != null) ? batch.reaches(step, address)
				: this.table.of(step, address).stream().anyMatch((page) -> !page.fallenBack());
	}

	/**
	 * Tells somebody at this address of this step now, and not only when it was planned.
	 */
	public void hasten(PageRequest.At step, String address) {
		this.table.hasten(step, address, this.clock.instant());
	}

	List<Page> claim(ChannelType type, int limit) {
		Instant now = this.clock.instant();
		return this.table.claim(type, now, now.plus(this.properties.lease()), limit);
	}

	/**
	 * What nobody needs any more and whose sender is taken for dead.
	 */
	@Transactional(readOnly = true)
	List<Page> abandoned() {
		return this.table.abandoned(this.clock.instant());
	}

	void giveUp(Page abandoned) {
		this.events.publishEvent(new PageNews.Ending(List.of(abandoned)));
		this.table.giveUp(abandoned).ifPresent((page) -> this.events.publishEvent(new PageNews.Cancelled(page)));
	}

	/**
	 * Records how an attempt ended, unless another dispatcher has taken it over.
	 */
	void record(Page attempt, Delivery delivery) {
		record(List.of(new Ended(attempt, delivery)));
	}

	/**
	 * The same for several attempts, all or none of them.
	 */
	void record(List<Ended> ended) {
		Instant now = this.clock.instant();
		this.events.publishEvent(new PageNews.Ending(ended.stream().map(Ended::attempt).toList()));
		this.table
			.delivered(ended.stream()
				.filter((one) -> one.delivery() instanceof Delivery.Delivered)
				.map(Ended::attempt)
				.toList(), now)
			.forEach((page) -> this.events.publishEvent(new PageNews.Delivered(page)));
		ended.forEach((one) -> failed(one, now).ifPresent(this.events::publishEvent));
	}

	private Optional<PageNews> failed(Ended ended, Instant now) {
		Page attempt = ended.attempt();
		return switch (ended.delivery()) {
			case Delivery.Delivered() -> Optional.empty();
			case Delivery.Refused(String reason) -> this.table.refused(attempt, reason)
				.map((page) -> new PageNews.Failed(page, reason, page.wanted() && !attempt.fallenBack()));
			case Delivery.TryLater(Duration after, String reason) -> postpone(attempt, after, reason, now);
			case Delivery.Spared spared ->
				postpone(attempt, spared.after(), spared.reason(), now).map((later) -> waiting(later, spared));
			case Delivery.Deferred(String reason) -> postpone(attempt, Duration.ZERO, reason, now);
		};
	}

	private static PageNews waiting(PageNews later, Delivery.Spared spared) {
		return (later instanceof PageNews.Retrying(Page page, String reason, boolean tellSomebodyElse))
				? new PageNews.Spared(page, spared.circuit(), reason, tellSomebodyElse) : later;
	}

	private Optional<PageNews> postpone(Page attempt, Duration after, String reason, Instant now) {
		boolean tooOften = attempt.attempts() >= PATIENCE;
		return this.table.postponed(attempt, reason, now.plus(Backoff.after(attempt.attempts(), after)), tooOften)
			.map((page) -> page.wanted() ? new PageNews.Retrying(page, reason, tooOften && !attempt.fallenBack())
					: new PageNews.Cancelled(page));
	}

	/**
	 * How an attempt ended.
	 */
	record Ended(Page attempt, Delivery delivery) {
	}

}
