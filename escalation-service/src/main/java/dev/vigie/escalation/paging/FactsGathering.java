package dev.vigie.escalation.paging;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.CustomLink;
import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.RunbookLink;
import dev.vigie.escalation.link.IncidentLink;
import dev.vigie.escalation.link.Links;
import dev.vigie.escalation.page.PageFacts;
import dev.vigie.escalation.page.PageFacts.LinkFact;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageFacts.RunbookFact;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.Turn;
import dev.vigie.escalation.route.Routes;

/**
 * Gathers what a page tells, the runbooks included.
 */
@Component
class FactsGathering {

	private static final Logger log = LoggerFactory.getLogger(FactsGathering.class);

	private static final int MOST_ALERTS = 10;

	private static final int MOST_PANELS = 3;

	private static final int LONGEST_PANEL = 1000;

	private final IncidentReading incidents;

	private final RunbookAttaching runbooks;

	private final Links links;

	private final Routes routes;

	FactsGathering(IncidentReading incidents, RunbookAttaching runbooks, Links links, Routes routes) {
		this.routes = routes;
		this.links = links;
		this.incidents = incidents;
		this.runbooks = runbooks;
	}

	/**
	 * Keeps the runbooks of these incidents, and reads at once what pages tell of their
	 * alerts.
	 */
	Preparation gather(List<DueIncident> due, Preparation preparation) {
		this.runbooks.attach(due, preparation);
		List<UUID> ids = due.stream().map(DueIncident::id).toList();
		Routes.InOrder routes = this.routes.inOrder();
		Map<UUID, List<LinkFact>> links = new HashMap<>();
		this.links.of(ids).forEach((id, some) -> links.put(id, some.stream().map(FactsGathering::fact).toList()));
		due.forEach((incident) -> links.merge(incident.id(), panels(routes, incident), FactsGathering::both));
		return preparation.with(this.incidents.alerts(ids, MOST_ALERTS), links);
	}

	private static List<LinkFact> both(List<LinkFact> some, List<LinkFact> others) {
		return Stream.concat(some.stream(), others.stream()).toList();
	}

	// A few short ones: whoever wants all of them goes to the incident. A link that fails
	// must keep nobody from being told.
	private static List<LinkFact> panels(Routes.InOrder routes, DueIncident incident) {
		try {
			return CustomLink.of(routes, incident.facts(), incident.triggeredAt())
				.stream()
				.filter((link) -> link.url().length() <= LONGEST_PANEL)
				.limit(MOST_PANELS)
				.map((link) -> new LinkFact(LinkFact.CUSTOM, link.url(), link.name()))
				.toList();
		}
		catch (RuntimeException failure) {
			log.warn("The links of INC-{} cannot be told", incident.number(), failure);
			return List.of();
		}
	}

	PageFacts of(DueIncident incident, Preparation preparation, @Nullable NextFact next) {
		List<RunbookLink> known = RunbookAttaching.of(incident, preparation);
		List<RunbookFact> fitting = (known == null) ? null
				: known.stream().map((link) -> new RunbookFact(link.title(), link.url(), link.reason())).toList();
		return new PageFacts(incident.number(), incident.title(), incident.severity(), incident.severityReason(),
				incident.team(), incident.facts().integration(), incident.groupLabels(),
				preparation.alerts().getOrDefault(incident.id(), List.of()), incident.facts().firing(), fitting, next,
				preparation.links().getOrDefault(incident.id(), List.of()), incident.isPrivate(),
				incident.facts().annotations().get("description"));
	}

	private static LinkFact fact(IncidentLink link) {
		return new LinkFact(link.kind().name().toLowerCase(Locale.ROOT), link.url(), link.title());
	}

	static @Nullable NextFact next(EscalationPlan plan, Turn turn) {
		if (turn.dueAt() == null) {
			return null;
		}
		List<String> targets = plan.steps().get(turn.next().step()).targets().stream().map(Target::text).toList();
		return new NextFact(turn.dueAt(), targets);
	}

}
