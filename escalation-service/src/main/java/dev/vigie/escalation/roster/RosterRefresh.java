package dev.vigie.escalation.roster;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the snapshot young while nothing happens, so that it is good when it is needed.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class RosterRefresh {

	private final Roster roster;

	RosterRefresh(Roster roster) {
		this.roster = roster;
	}

	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void refresh() {
		this.roster.refresh();
	}

}
