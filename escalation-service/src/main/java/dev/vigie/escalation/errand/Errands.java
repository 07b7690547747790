package dev.vigie.escalation.errand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.channel.Backoff;
import dev.vigie.escalation.channel.Lines;
import dev.vigie.escalation.connection.Asked;
import dev.vigie.escalation.connection.Connections;
import dev.vigie.escalation.connection.Link;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.link.IncidentLink;
import dev.vigie.escalation.link.LinkKind;
import dev.vigie.escalation.link.Links;
import dev.vigie.escalation.outage.Outages;
import dev.vigie.escalation.paging.DeedDue;
import dev.vigie.escalation.policy.Deed;
import dev.vigie.escalation.policy.Deed.What;

/**
 * The errands and what becomes of them.
 */
@Component
@Transactional
class Errands {

	/**
	 * How long an attempt may take before it is taken for dead.
	 */
	static final Duration LEASE = Duration.ofSeconds(60);

	private static final Logger log = LoggerFactory.getLogger(Errands.class);

	// From here on people are told that it takes longer.
	private static final int PATIENCE = 3;

	private static final int LONGEST_REASON = 300;

	private final ErrandTable table;

	private final KnownIncidents incidents;

	private final Links links;

	private final ErrandLines lines;

	private final Outages outages;

	private final InstantSource clock;

	Errands(ErrandTable table, KnownIncidents incidents, Links links, ErrandLines lines, Outages outages,
			InstantSource clock) {
		this.outages = outages;
		this.table = table;
		this.incidents = incidents;
		this.links = links;
		this.lines = lines;
		this.clock = clock;
	}

	/**
	 * A step asks for something: queued with its pages or not at all.
	 */
	@EventListener
	void on(DeedDue due) {
		if (due.deed() instanceof Deed.Ask(String connection, What what)) {
			queue(due.incidentId(), what, connection, null);
		}
	}

	/**
	 * Asks for something unless that is under way or done already. The incident must be
	 * locked.
	 * @return the errand, or the one that is there already
	 */
	Errand ask(UUID incidentId, What what, String connection, String by) {
		queue(incidentId, what, connection, by);
		return this.table.present(incidentId, what, connection).orElseThrow();
	}

	private void queue(UUID incidentId, What what, String connection, @Nullable String by) {
		Errand errand = new Errand(UUID.randomUUID(), incidentId, what, connection, by, "OPEN", 0,
				this.clock.instant());
		if (this.table.insert(errand)) {
			log.info("Queued errand {} for incident {}: {} by {}", errand.id(), incidentId, what, connection);
		}
	}

	List<Errand> claim(int limit) {
		Instant now = this.clock.instant();
		return this.table.claim(now, now.plus(LEASE), limit);
	}

	/**
	 * Records how an attempt ended, unless another has taken it over.
	 */
	void record(Errand attempt, Asked outcome) {
		this.incidents.lock(attempt.incidentId()); // first, as everybody else does
		switch (outcome) {
			case Asked.Done(Link link) -> done(attempt, link);
			case Asked.Refused(String reason) -> failed(attempt, reason);
			case Asked.Spared spared -> {
				if (this.outages.begins(attempt.incidentId(), spared.circuit())) {
					this.lines.circuit("CIRCUIT_OPEN", attempt.incidentId(), spared.circuit());
				}
				postpone(attempt, spared.after(), spared.reason());
			}
			case Asked.TryLater(Duration after, String reason) -> postpone(attempt, after, reason);
		}
	}

	private void done(Errand attempt, @Nullable Link link) {
		if (!this.table.done(attempt)) {
			return;
		}
		if (link != null) {
			this.links.add(attempt.id(), attempt.incidentId(),
					new IncidentLink((attempt.what() == What.WAR_ROOM) ? LinkKind.WAR_ROOM : LinkKind.TICKET,
							link.url(), link.title(), attempt.connection(), this.clock.instant()));
		}
		this.lines.done(attempt, link);
		String circuit = Connections.circuit(attempt.connection());
		if (attempt.attempts() > 1 && this.outages.ends(attempt.incidentId(), circuit)) {
			this.lines.circuit("CIRCUIT_CLOSED", attempt.incidentId(), circuit);
		}
	}

	private void failed(Errand attempt, String reason) {
		String line = Lines.cut(Lines.joined(reason), LONGEST_REASON);
		if (this.table.failed(attempt, line)) {
			this.lines.failed(attempt, line);
		}
	}

	private void postpone(Errand attempt, Duration after, String reason) {
		Instant next = this.clock.instant().plus(Backoff.after(attempt.attempts(), after));
		if (next.isAfter(attempt.until())) {
			failed(attempt, reason);
			return;
		}
		String line = Lines.cut(Lines.joined(reason), LONGEST_REASON);
		if (this.table.postponed(attempt, line, next) && attempt.attempts() == PATIENCE) {
			this.lines.late(attempt, line);
		}
	}

}
