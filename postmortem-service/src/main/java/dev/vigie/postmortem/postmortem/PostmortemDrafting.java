package dev.vigie.postmortem.postmortem;

import java.time.InstantSource;
import java.util.Comparator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.vigie.postmortem.incidents.IncidentFacts;
import dev.vigie.postmortem.incidents.IncidentLearned;
import dev.vigie.postmortem.incidents.Incidents;

/**
 * Drafts a post-mortem as soon as an incident calls for one, once.
 */
@Component
class PostmortemDrafting {

	private static final Logger log = LoggerFactory.getLogger(PostmortemDrafting.class);

	private final Incidents incidents;

	private final Postmortems postmortems;

	private final InstantSource clock;

	PostmortemDrafting(Incidents incidents, Postmortems postmortems, InstantSource clock) {
		this.incidents = incidents;
		this.postmortems = postmortems;
		this.clock = clock;
	}

	@EventListener
	void on(IncidentLearned event) {
		this.incidents.find(event.numbers())
			.values()
			.stream()
			.filter(IncidentFacts::callsForReview)
			.filter((incident) -> !this.postmortems.existsByIncidentNumber(incident.number()))
			.sorted(Comparator.comparingLong(IncidentFacts::number))
			.forEach((incident) -> {
				this.postmortems.saveAndFlush(new Postmortem(incident.number(), this.clock.instant()));
				log.info("Drafted the post-mortem of incident {}, severity {}", incident.number(),
						incident.highestSeverity());
			});
	}

}
