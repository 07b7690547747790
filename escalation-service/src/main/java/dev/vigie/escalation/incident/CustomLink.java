package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.route.Route;
import dev.vigie.escalation.route.Routes;

/**
 * Something to look at because of an incident.
 */
public record CustomLink(String name, String url) {

	/**
	 * Those of the route that applies to an incident now.
	 * @param facts what the incident is like
	 */
	public static List<CustomLink> of(Routes.InOrder routes, Facts facts, Instant triggeredAt) {
		return routes.haveLinks() ? routes.first(facts, triggeredAt)
			.map(Route::links)
			.orElse(List.of())
			.stream()
			.flatMap((link) -> link.render(facts.labels(), facts.annotations(), triggeredAt)
				.map((url) -> new CustomLink(link.name(), url))
				.stream())
			.toList() : List.of();
	}

}
