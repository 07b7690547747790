package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.alertingest.alert.SweepTable.Found;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.feed.Feed;

/**
 * What time makes of alerts, a slice in a transaction: whoever holds an alert's row tells
 * of it, so nothing is told twice and nothing depends on who ran before.
 */
@Component
@Transactional
class Sweep {

	private static final String STALE = "not repeated by its sender";

	private final SweepTable alerts;

	private final IntegrationLookup integrations;

	private final Mutings mutings;

	private final Feed feed;

	private final InstantSource clock;

	Sweep(SweepTable alerts, IntegrationLookup integrations, Mutings mutings, Feed feed, InstantSource clock) {
		this.alerts = alerts;
		this.integrations = integrations;
		this.mutings = mutings;
		this.feed = feed;
		this.clock = clock;
	}

	/**
	 * Ends alerts that were not repeated in time.
	 * @return how many there were
	 */
	int endStale(int limit) {
		Instant now = this.clock.instant();
		List<Found> stale = this.alerts.lockStale(now, limit);
		for (Found found : stale) {
			Alert ended = ended(found.alert(), now);
			this.alerts.end(ended);
			if (ended.told()) {
				tell(AlertNews.RESOLVED, found, ended, now);
			}
		}
		return stale.size();
	}

	/**
	 * Tells of firing alerts that nothing mutes any more.
	 * @param after where the slice before ended
	 * @param all whether to ask again also about what is muted by something that lasts
	 * @return the last alert of a full slice, null at the end
	 */
	@Nullable AlertKey tellUntold(AlertKey after, int limit, boolean all) {
		Instant now = this.clock.instant();
		List<Muting.Session> sessions = this.mutings.at(now);
		TreeSet<String> lasting = new TreeSet<>();
		if (!all) {
			sessions.forEach((session) -> lasting.addAll(session.lasting()));
		}
		List<Found> untold = this.alerts.lockUntold(after, lasting, limit);
		untold.forEach((found) -> judge(found, sessions, now));
		return (untold.size() < limit) ? null : untold.getLast().key();
	}

	private void judge(Found found, List<Muting.Session> sessions, Instant now) {
		IntegrationRef integration = this.integrations.whose(found.key().integration());
		String reason = sessions.stream()
			.map((session) -> session.reason(integration, found.alert().labels()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		if (reason == null) {
			this.alerts.judge(found.alert(), null);
			tell(AlertNews.FIRED, found, found.alert().withTold(true), now);
		}
		else if (!reason.equals(found.mutedBy())) {
			this.alerts.judge(found.alert(), reason);
		}
	}

	private static Alert ended(Alert alert, Instant now) {
		Instant end = (alert.staleAt() != null && alert.staleAt().isAfter(alert.startsAt())) ? alert.staleAt() : now;
		return new Alert(alert.id(), alert.fingerprint(), AlertStatus.RESOLVED, alert.labels(), alert.annotations(),
				alert.generatorUrl(), alert.startsAt(), end, alert.told(), null, alert.statedAt(), STALE);
	}

	private void tell(AlertNews news, Found found, Alert alert, Instant now) {
		IntegrationRef integration = this.integrations.whose(found.key().integration());
		String hash = (found.groupHash() != null) ? found.groupHash() : found.group().hash();
		this.feed.append(String.valueOf(news.type()), integration.name() + "/" + hash,
				AlertEvent.of(integration, found.group(), AlertEvent.AlertPart.of(alert, now)));
	}

}
