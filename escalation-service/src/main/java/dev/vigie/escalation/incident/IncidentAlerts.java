package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What alerts do to incidents: they open, join, change, resolve and reopen them.
 */
@Component
@EnableConfigurationProperties(IncidentProperties.class)
public class IncidentAlerts {

	private final Batch.Of batches;

	private final AlertPlaces places;

	private final InstantSource clock;

	IncidentAlerts(Batch.Of batches, AlertPlaces places, InstantSource clock) {
		this.batches = batches;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * Says what is told next in this transaction, so that it is read at once.
	 */
	@Transactional
	public void expect(List<ComingAlert> coming) {
		this.batches.current(this.clock.instant()).memory().expect(coming);
	}

	/**
	 * An episode begins, or goes on after it seemed over.
	 * @param at when the sender's delivery was accepted
	 */
	@Transactional
	public void fired(AlertSender sender, ReportedAlert alert, Instant at) {
		Batch batch = batch(at);
		switch (this.places.of(batch, sender, alert)) {
			case AlertPlace.Open open -> join(batch, open.touched(), sender, new Joining(alert, open.firing(), at));
			case AlertPlace.StaysResolved stays ->
				batch.memory().save(stays.incident(), sender.integration(), alert, true, batch.now());
			case AlertPlace.Returns returns -> {
				Touched touched = batch.reopen(returns.incident(), sender.origin(), alert);
				keep(batch, touched.incident, alert, true);
				touched.returned(returns.firing());
			}
			case AlertPlace.Nowhere _ ->
				join(batch, this.places.open(batch, sender, alert), sender, new Joining(alert, false, at));
		}
		this.places.hide(batch, sender);
	}

	private void join(Batch batch, Touched touched, AlertSender sender, Joining joining) {
		keep(batch, touched.incident, joining.alert(), true);
		if (joining.firing()) {
			touched.updated(joining.alert(), joining.at());
		}
		else {
			touched.joined(joining.alert(), joining.at());
		}
		this.places.follow(batch, touched, sender);
	}

	private static void keep(Batch batch, Incident incident, ReportedAlert alert, boolean firing) {
		batch.memory().save(incident, incident.origin.integration(), alert, firing, batch.now());
	}

	/**
	 * Labels or annotations of a firing alert are others now.
	 */
	@Transactional
	public void updated(AlertSender sender, ReportedAlert alert, Instant at) {
		fired(sender, alert, at);
	}

	/**
	 * An episode is over. One that nobody knows of is nobody's business.
	 */
	@Transactional
	public void resolved(AlertSender sender, ReportedAlert alert, Instant at) {
		Batch batch = batch(at);
		Optional<HeldAlert> held = batch.memory().held(sender.integration(), alert);
		if (held.isPresent() && held.get().firing()) {
			Touched touched = batch.touch(held.get().incident());
			keep(batch, touched.incident, alert, false);
			touched.resolved(alert, at);
			this.places.follow(batch, touched, sender);
		}
		this.places.hide(batch, sender);
	}

	/**
	 * Only the number of alerts that the sender held back is another.
	 */
	@Transactional
	public void hidden(AlertSender sender, Instant at) {
		this.places.hide(batch(at), sender);
	}

	private Batch batch(Instant at) {
		return this.batches.delivery(at, this.clock.instant());
	}

	/**
	 * An alert that comes to an open incident, which may know it as firing already.
	 */
	private record Joining(ReportedAlert alert, boolean firing, Instant at) {
	}

}
