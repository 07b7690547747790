package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

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

	private final AlertGathering gathering;

	private final InstantSource clock;

	IncidentAlerts(Batch.Of batches, AlertPlaces places, AlertGathering gathering, InstantSource clock) {
		this.batches = batches;
		this.places = places;
		this.gathering = gathering;
		this.clock = clock;
	}

	/**
	 * Says what is told next in this transaction, so that it is read at once.
	 */
	@Transactional
	public void expect(List<ComingAlert> coming) {
		Batch batch = this.batches.current(this.clock.instant());
		batch.memory().expect(coming, batch.rules());
	}

	/**
	 * An episode begins, or goes on after it seemed over.
	 * @param at when the sender's delivery was accepted
	 */
	@Transactional
	public void fired(AlertSender sender, ReportedAlert alert, Instant at) {
		Batch batch = batch(sender, at);
		Reported reported = batch.reported(sender, alert, at);
		switch (this.places.of(batch, reported)) {
			case AlertPlace.Open open -> join(batch, reported, open);
			case AlertPlace.StaysResolved stays ->
				batch.memory().save(stays.incident(), alert, stays.group(), true, batch.now());
			case AlertPlace.Returns returns -> {
				this.gathering.count(batch, reported);
				Touched touched = batch.reopen(returns.incident(), reported);
				batch.memory().save(touched.incident, alert, reported.origin(), true, batch.now());
				touched.returned(returns.firing());
				this.places.spread(batch, touched.incident, reported);
			}
			case AlertPlace.Nowhere _ -> {
				this.gathering.count(batch, reported);
				Touched touched = this.gathering.place(batch, reported);
				batch.memory().save(touched.incident, alert, reported.origin(), true, batch.now());
				this.places.spread(batch, touched.incident, reported);
			}
		}
		this.places.hide(batch, sender);
	}

	private void join(Batch batch, Reported reported, AlertPlace.Open open) {
		Touched touched = open.touched();
		if (open.firing()) {
			touched.updated(reported.alert(), reported.at());
		}
		else {
			this.gathering.count(batch, reported);
			this.gathering.joins(batch, touched, reported);
		}
		Origin group = this.places.follow(batch, touched, reported, open.before());
		batch.memory().save(touched.incident, reported.alert(), group, true, batch.now());
		this.places.spread(batch, touched.incident, reported);
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
		Batch batch = batch(sender, at);
		HeldAlert held = batch.memory().held(sender.integration(), alert).orElse(null);
		if (held != null && held.firing()) {
			Reported reported = batch.reported(sender, alert, at);
			Touched touched = batch.touch(held.incident());
			touched.resolved(alert, at);
			Origin group = this.places.follow(batch, touched, reported, held.group());
			batch.memory().save(touched.incident, alert, group, false, batch.now());
		}
		this.places.hide(batch, sender);
	}

	/**
	 * Only the number of alerts that the sender held back is another.
	 */
	@Transactional
	public void hidden(AlertSender sender, Instant at) {
		this.places.hide(batch(sender, at), sender);
	}

	private Batch batch(AlertSender sender, Instant at) {
		Batch batch = this.batches.delivery(at, this.clock.instant());
		this.gathering.calm(batch, sender.integration(), at);
		return batch;
	}

}
