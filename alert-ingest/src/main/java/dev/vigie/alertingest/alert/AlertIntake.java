package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.feed.Feed;

/**
 * Takes what senders report, in the transaction that also records their deliveries.
 */
@Component
public class AlertIntake {

	private static final String TRUNCATED = "dev.vigie.group.truncated";

	private final AlertTable alerts;

	private final GroupTable groups;

	private final Mutings mutings;

	private final Feed feed;

	AlertIntake(AlertTable alerts, GroupTable groups, Mutings mutings, Feed feed) {
		this.alerts = alerts;
		this.groups = groups;
		this.mutings = mutings;
		this.feed = feed;
	}

	/**
	 * Stores the reports, one after the other, and appends what is new in them to the
	 * feed.
	 * @throws org.springframework.dao.ConcurrencyFailureException if another delivery
	 * came in between; the transaction is then to be run again
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void take(List<AlertReport> reports, Instant now) {
		if (reports.isEmpty()) {
			return;
		}
		GroupTable.Held groups = this.groups.hide(reports);
		List<Muting.Session> sessions = this.mutings.at(now, groups.edition());
		AlertBatch batch = new AlertBatch(this.alerts.lock(AlertBatch.keys(reports)), sessions);
		reports.forEach((report) -> {
			boolean told = batch.take(report, this::tell);
			// Every event of the group carries the number; only without one it needs its
			// own.
			if (!told && groups.changed().contains(report)) {
				this.feed.append(TRUNCATED, report.subject(),
						AlertEvent.of(report.integration(), report.group(), null));
			}
		});
		this.alerts.write(batch);
		if (!batch.moves().left().isEmpty()) {
			tellLeft(batch.moves(), reports);
		}
		sessions.forEach(Muting.Session::finish);
	}

	private void tellLeft(GroupMoves moves, List<AlertReport> reports) {
		this.groups.leave(moves.left()).forEach((left, group) -> {
			IntegrationRef integration = moves.integration(left);
			if (integration != null) {
				AlertReport.Group now = new AlertReport.Group(group.key(), group.labels(),
						hidden(left, group.labels(), reports));
				this.feed.append(TRUNCATED, integration.name() + "/" + left.hash(),
						AlertEvent.of(integration, now, null));
			}
		});
	}

	// Readers know a group by its labels, and the same labels may go on in a group of
	// another key.
	private static int hidden(GroupMoves.Left left, Map<String, String> labels, List<AlertReport> reports) {
		return reports.stream()
			.filter((report) -> report.integration().id().equals(left.integration())
					&& report.group().labels().equals(labels))
			.reduce((_, last) -> last)
			.map((report) -> report.group().hidden())
			.orElse(0);
	}

	private void tell(AlertReport report, AlertChange change, AlertLife.Step step) {
		Alert alert = step.alert();
		if (step.news().type() != null && alert != null) {
			AlertEvent event = AlertEvent.of(report.integration(), report.group(),
					AlertEvent.AlertPart.of(alert, report.at()));
			this.feed.append(step.news().type(), report.subject(),
					change.verb().isRemark() ? event.with(change.word()) : event);
		}
	}

}
