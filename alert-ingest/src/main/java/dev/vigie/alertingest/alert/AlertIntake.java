package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.alertingest.alert.AlertLife.Step;
import dev.vigie.shared.feed.Feed;

/**
 * Takes what senders report, in the transaction that also records the delivery.
 */
@Component
public class AlertIntake {

	private static final String TRUNCATED = "dev.vigie.group.truncated";

	private final AlertTable alerts;

	private final GroupTable groups;

	private final Feed feed;

	AlertIntake(AlertTable alerts, GroupTable groups, Feed feed) {
		this.alerts = alerts;
		this.groups = groups;
		this.feed = feed;
	}

	/**
	 * Stores the report and appends what is new in it to the feed.
	 * @throws org.springframework.dao.ConcurrencyFailureException if another delivery
	 * came in between; the transaction is then to be run again
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void take(AlertReport report, Instant at) {
		UUID integration = report.origin().id();
		String hash = report.group().hash();
		String subject = report.origin().name() + "/" + hash;
		boolean hiddenChanged = this.groups.hide(integration, hash, report.group().hidden(), at);
		List<Step> news = store(integration, report.changes(), at);
		news.forEach((step) -> {
			if (step.news().type() != null) {
				this.feed.append(step.news().type(), subject, AlertEvent.of(report, step.alert(), at));
			}
		});
		// Every event of the group carries the number; only without one it needs its own.
		if (hiddenChanged && news.isEmpty()) {
			this.feed.append(TRUNCATED, subject, AlertEvent.of(report, null, at));
		}
	}

	private List<Step> store(UUID integration, List<AlertChange> changes, Instant at) {
		if (changes.isEmpty()) {
			return List.of();
		}
		Map<String, Alert> before = this.alerts.lock(integration,
				new TreeSet<>(changes.stream().map(AlertChange::fingerprint).toList()));
		Map<String, Alert> after = new HashMap<>(before);
		List<Step> news = new ArrayList<>();
		for (AlertChange change : changes) {
			Step step = AlertLife.next(after.get(change.fingerprint()), change, UUID.randomUUID(), at);
			after.put(change.fingerprint(), step.alert());
			if (step.news() != AlertNews.NONE) {
				news.add(step);
			}
		}
		write(integration, before, after, at);
		return news;
	}

	private void write(UUID integration, Map<String, Alert> before, Map<String, Alert> after, Instant at) {
		List<Alert> created = new ArrayList<>();
		List<Alert> changed = new ArrayList<>();
		List<Alert> seen = new ArrayList<>();
		after.forEach((fingerprint, alert) -> {
			Alert known = before.get(fingerprint);
			((known == null) ? created : known.equals(alert) ? seen : changed).add(alert);
		});
		if (!created.isEmpty() && this.alerts.insert(integration, created, at) < created.size()) {
			throw new LostRace();
		}
		if (!changed.isEmpty()) {
			this.alerts.update(changed, at);
		}
		if (!seen.isEmpty()) {
			this.alerts.touch(seen, at);
		}
		List<Alert> lives = new ArrayList<>(created);
		lives.addAll(changed);
		if (!lives.isEmpty()) {
			this.alerts.keepEpisodes(lives);
		}
	}

}
