package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.route.Route;

/**
 * Draws the conclusions from what the alerts of an incident did: once for many of them,
 * so that a storm costs no more than its rows.
 */
@Component
class Settlement {

	private static final Logger log = LoggerFactory.getLogger(Settlement.class);

	private final Triage triage;

	private final Announcements announcements;

	private final SeverityNews news;

	Settlement(Triage triage, Announcements announcements, SeverityNews news) {
		this.triage = triage;
		this.news = news;
		this.announcements = announcements;
	}

	void settle(Batch batch, Touched touched) {
		if (touched.isSettled()) {
			return;
		}
		Instant now = batch.now();
		Incident incident = touched.incident;
		batch.recount(List.of(touched));
		prepare(batch, List.of(touched));
		SeverityBefore before = SeverityBefore.of(incident);
		Instant dueBefore = incident.escalation.dueAt();
		Route route = touched.route();
		if (incident.status.isOpen()) {
			incident.assess(this.triage.assess(incident, now), now);
			incident.reconsider(now); // conditions may ask how many fire
		}
		batch.memory().save(incident);
		announce(touched, route, before, now);
		if (touched.isFresh() || (now.equals(incident.escalation.dueAt()) && !now.equals(dueBefore))) {
			this.announcements.due();
		}
		touched.settled();
	}

	/**
	 * Finds the way of what is new, and counts what rules ask for: once for many.
	 */
	void prepare(Batch batch, Collection<Touched> some) {
		List<Incident> open = new ArrayList<>();
		for (Touched touched : some) {
			Incident incident = touched.incident;
			if (!touched.isSettled() && !touched.isPrepared()) {
				incident.picture = incident.picture.with(incident.origin.groupLabels());
				touched.prepared(touched.isFresh() ? batch.rulebook().route(incident, batch.now()).orElse(null) : null);
				if (incident.status.isOpen()) {
					open.add(incident);
				}
			}
		}
		this.triage.count(open, batch.memory()::write);
	}

	private void announce(Touched touched, @Nullable Route route, SeverityBefore before, Instant now) {
		Incident incident = touched.incident;
		if (touched.isFresh()) {
			this.announcements.triggered(incident);
		}
		this.announcements.news(touched, now);
		if (touched.isFresh()) {
			this.announcements.routed(incident, route);
			this.announcements.assessed(incident, null, now);
			log.info("Incident {} triggered, {}, route {}", incident.name(), incident.assessment.severity(),
					(route != null) ? route.name() : "none");
		}
		else {
			this.news.ruled(incident, before, now);
			if (incident.assessment.severity() != before.severity()) {
				log.info("Incident {} went from {} to {}", incident.name(), before.severity(),
						incident.assessment.severity());
			}
		}
	}

	/**
	 * Resolves what fires no more. What a person declared is for a person to resolve.
	 */
	void resolveIfQuiet(Batch batch, Touched touched) {
		Incident incident = touched.incident;
		if (!incident.status.isOpen() || !incident.isQuiet() || incident.declaredBy != null) {
			return;
		}
		settle(batch, touched);
		incident.resolve(null, batch.now());
		batch.memory().save(incident);
		this.announcements.resolved(incident, batch.now());
		log.info("Incident {} resolved by its alerts", incident.name());
	}

	/**
	 * Somebody at the sender's side has taken it: it is taken here too.
	 */
	void acknowledge(Batch batch, Touched touched, String actor, AlertRemark remark) {
		Incident incident = touched.incident;
		if (incident.status != IncidentStatus.TRIGGERED) {
			return;
		}
		settle(batch, touched);
		incident.acknowledge(actor, batch.now(), this.triage.patience(incident));
		batch.memory().save(incident);
		this.announcements.acknowledged(incident, actor, remark);
		log.info("Incident {} acknowledged by its sender", incident.name());
	}

	/**
	 * Puts a remark on the timeline, behind what happened before it.
	 */
	void remark(Batch batch, Touched touched, String code, String actor, AlertRemark remark) {
		settle(batch, touched);
		this.announcements.remarked(touched.incident, code, actor, remark);
	}

	/**
	 * The rest of a storm comes with other incidents.
	 */
	void stormEnded(Batch batch, Touched touched, IntegrationStorm storm, Instant at) {
		settle(batch, touched);
		this.announcements.stormEnded(touched.incident, storm, at);
		log.info("Storm on {} is over: {} alerts in {} groups", storm.integration(), storm.alerts(), storm.groups());
	}

	/**
	 * Begins anew with the group of the alert that returned, which has no open incident;
	 * its other groups may have others by now.
	 */
	void reopen(Batch batch, Touched touched, Reported reported) {
		Incident incident = touched.incident;
		touched.follows(reported.origin());
		incident.reopen(batch.now());
		batch.memory().groups().restart(incident, reported.origin(), reported.kind(), reported.at());
		batch.memory().save(incident);
		this.announcements.reopened(incident, reported.alert(), batch.now());
		log.info("Incident {} reopened, run {}", incident.name(), incident.escalation.run());
	}

}
