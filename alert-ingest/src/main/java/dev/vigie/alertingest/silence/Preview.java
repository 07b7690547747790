package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.MutedAlerts;
import dev.vigie.alertingest.matcher.LabelMatcher;
import dev.vigie.alertingest.matcher.Matchers;

/**
 * Asks matchers about the alerts there are.
 */
@Component
class Preview {

	static final int DAYS = 7;

	private static final int MOST_EXAMPLES = 50;

	private static final int MOST_ALERTS = 100_000;

	private final MutedAlerts alerts;

	Preview(MutedAlerts alerts) {
		this.alerts = alerts;
	}

	Hits of(List<LabelMatcher> match, Instant now) {
		Hits hits = new Hits(Matchers.of(match));
		this.alerts.seenSince(now.minus(Duration.ofDays(DAYS)), MOST_ALERTS, hits::look);
		return hits;
	}

	/**
	 * What the matchers hit.
	 */
	static final class Hits {

		private final Matchers matchers;

		private final List<MutedAlerts.Life> examples = new ArrayList<>();

		private int lookedAt;

		private int firing;

		private int told;

		private int seen;

		private Hits(Matchers matchers) {
			this.matchers = matchers;
		}

		private void look(MutedAlerts.Life alert) {
			this.lookedAt++;
			if (!this.matchers.match(SilenceMuting.about(alert.integration(), alert.team(), alert.labels()))) {
				return;
			}
			this.seen++;
			if (alert.firing()) {
				this.firing++;
				this.told += Boolean.TRUE.equals(alert.told()) ? 1 : 0;
				if (this.examples.size() < MOST_EXAMPLES) {
					this.examples.add(alert);
				}
			}
		}

		boolean everything() {
			return this.matchers.matchAnything();
		}

		boolean complete() {
			return this.lookedAt < MOST_ALERTS;
		}

		int lookedAt() {
			return this.lookedAt;
		}

		int firing() {
			return this.firing;
		}

		int told() {
			return this.told;
		}

		int seen() {
			return this.seen;
		}

		List<MutedAlerts.Life> examples() {
			return this.examples;
		}

	}

}
