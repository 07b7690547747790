package dev.vigie.escalation.update;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.incident.Timeline;
import dev.vigie.escalation.update.PromiseTable.Due;

/**
 * Reminds people of updates that were promised and did not come.
 */
@Component
class Reminding {

	private static final Logger log = LoggerFactory.getLogger(Reminding.class);

	private final KnownIncidents incidents;

	private final PromiseTable promises;

	private final Reminders reminders;

	private final Timeline timeline;

	Reminding(KnownIncidents incidents, PromiseTable promises, Reminders reminders, Timeline timeline) {
		this.incidents = incidents;
		this.promises = promises;
		this.reminders = reminders;
		this.timeline = timeline;
	}

	/**
	 * Reminds of one, unless another replica has, or an update has come. The incident is
	 * locked first, as it is by whoever posts an update.
	 */
	@Transactional
	void remind(Due due, Instant now) {
		IncidentFacts incident = this.incidents.lock(due.incidentId()).orElseThrow();
		this.promises.claim(due.updateId(), now).ifPresent((claimed) -> {
			if (incident.open()) {
				remind(incident, claimed, now);
			}
			else {
				this.promises.end(incident.id());
			}
		});
	}

	private void remind(IncidentFacts incident, Due due, Instant now) {
		Promise promise = due.promise().reminded();
		this.promises.remind(due.updateId(), promise, promise.dueAfter(now).orElse(null));
		Optional<String> person = this.reminders.send(incident, due.updateId(), promise);
		Map<String, String> params = new HashMap<>();
		params.put("promised", promise.at().toString());
		params.put("reminder", String.valueOf(promise.reminders()));
		person.ifPresent((name) -> params.put("person", name));
		this.timeline.add(incident.id(), "UPDATE_OVERDUE", now, null, params);
		log.info("Update {} of {} is overdue since {}: reminded {}, {} of {}", due.updateId(), incident.name(),
				promise.at(), person.orElse("nobody"), promise.reminders(), Promise.MOST);
	}

}
