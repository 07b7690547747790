package dev.vigie.escalation.incident;

import java.time.InstantSource;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about alerts at the sender's side. Only a plain acknowledgement stops
 * the paging here: whatever ends by itself, or is taken back, would have to start it
 * again.
 */
@Component
public class AlertRemarks {

	private final Batch.Of batches;

	private final Settlement settlement;

	private final InstantSource clock;

	AlertRemarks(Batch.Of batches, Settlement settlement, InstantSource clock) {
		this.batches = batches;
		this.settlement = settlement;
		this.clock = clock;
	}

	/**
	 * Somebody takes charge: the incident is acknowledged, unless it is so already.
	 */
	@Transactional
	public void acknowledged(AlertSender sender, AlertRemark remark) {
		Batch batch = batch(remark);
		touch(batch, sender, remark)
			.ifPresent((touched) -> this.settlement.acknowledge(batch, touched, remark.actor(sender), remark));
	}

	/**
	 * Nobody is in charge there any more; whoever took the incident here still is.
	 */
	@Transactional
	public void unacknowledged(AlertSender sender, AlertRemark remark) {
		note("SENDER_UNACKNOWLEDGED", sender, remark);
	}

	/**
	 * The alert is to be left alone for a while. The paging goes on: an acknowledged
	 * incident would stay quiet when that while is over.
	 */
	@Transactional
	public void snoozed(AlertSender sender, AlertRemark remark) {
		note("SENDER_SNOOZED", sender, remark);
	}

	@Transactional
	public void noted(AlertSender sender, AlertRemark remark) {
		note("SENDER_NOTED", sender, remark);
	}

	private void note(String code, AlertSender sender, AlertRemark remark) {
		Batch batch = batch(remark);
		touch(batch, sender, remark)
			.ifPresent((touched) -> this.settlement.remark(batch, touched, code, remark.actor(sender), remark));
	}

	private Optional<Touched> touch(Batch batch, AlertSender sender, AlertRemark remark) {
		return batch.memory()
			.held(sender.integration(), remark.alert())
			.filter(HeldAlert::firing)
			.map((held) -> batch.touch(held.incident()));
	}

	private Batch batch(AlertRemark remark) {
		return this.batches.delivery(remark.at(), this.clock.instant());
	}

}
