package dev.vigie.escalation.update;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.Timeline;
import dev.vigie.escalation.notice.Words;
import dev.vigie.escalation.subscription.Occasion;
import dev.vigie.escalation.subscription.Stakeholders;
import dev.vigie.escalation.update.Drafting.Draft;
import dev.vigie.escalation.update.UpdateTable.Told;

/**
 * Keeps an update, says so on the timeline, and tells those who follow.
 */
@Component
class Publishing {

	private final UpdateTable updates;

	private final PromiseTable promises;

	private final Timeline timeline;

	private final Stakeholders stakeholders;

	Publishing(UpdateTable updates, PromiseTable promises, Timeline timeline, Stakeholders stakeholders) {
		this.updates = updates;
		this.promises = promises;
		this.timeline = timeline;
		this.stakeholders = stakeholders;
	}

	/**
	 * In the caller's transaction, which has locked the incident.
	 */
	Told publish(IncidentFacts incident, Draft draft) {
		Told told = draft.told();
		Update update = told.update();
		this.updates.insert(incident.id(), told);
		this.promises.end(incident.id());
		if (update.nextAt() != null) {
			this.promises.insert(update.id(), incident.id(),
					Promise.made(update.at(), Duration.between(update.at(), update.nextAt())));
		}
		this.timeline.add(incident.id(), "UPDATE_POSTED", update.at(), update.author(), params(update));
		this.stakeholders.tell(incident, Occasion.UPDATED, update.id(), (language, zone) -> {
			Filling.Rendered words = draft.in(language, zone);
			return new Words(incident.id(), words.subject(), words.text() + "\n", "{}");
		});
		return told;
	}

	/**
	 * Who would be told now.
	 */
	List<String> audience(IncidentFacts incident) {
		return this.stakeholders.names(incident, Occasion.UPDATED);
	}

	private static Map<String, String> params(Update update) {
		Map<String, String> params = new HashMap<>();
		params.put("status", update.status().word());
		params.put("update", update.id().toString());
		params.put("note", update.message());
		if (update.nextAt() != null) {
			params.put("until", update.nextAt().toString());
		}
		return params;
	}

}
