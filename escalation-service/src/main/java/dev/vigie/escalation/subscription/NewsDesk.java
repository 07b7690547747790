package dev.vigie.escalation.subscription;

import java.time.InstantSource;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentReopened;
import dev.vigie.escalation.incident.IncidentResolved;
import dev.vigie.escalation.incident.IncidentTriggered;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.subscription.NewsTable.News;

/**
 * Hears what becomes of incidents and tells it a little later, when the incident is
 * written and the batch it came in is done.
 */
@Component
@Transactional
class NewsDesk {

	private final NewsTable table;

	private final KnownIncidents incidents;

	private final Telling telling;

	private final InstantSource clock;

	NewsDesk(NewsTable table, KnownIncidents incidents, Telling telling, InstantSource clock) {
		this.table = table;
		this.incidents = incidents;
		this.telling = telling;
		this.clock = clock;
	}

	@EventListener
	void on(IncidentTriggered begun) {
		add(begun.incidentId(), Occasion.TRIGGERED);
	}

	@EventListener
	void on(IncidentReopened again) {
		add(again.incidentId(), Occasion.TRIGGERED);
	}

	@EventListener
	void on(IncidentResolved over) {
		add(over.incidentId(), Occasion.RESOLVED);
	}

	/**
	 * Tells one, unless another replica does.
	 */
	void tell(UUID id) {
		this.table.take(id)
			.ifPresent((news) -> this.incidents.find(news.incidentId())
				.ifPresent((incident) -> this.telling.tell(news, incident)));
	}

	private void add(UUID incidentId, Occasion occasion) {
		this.table.add(new News(UUID.randomUUID(), incidentId, occasion, this.clock.instant()));
	}

}
