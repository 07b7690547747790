package dev.vigie.escalation.route;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The way an incident takes.
 *
 * @param team the team it goes to, null to leave it with that of the integration
 * @param severityRules the name of the rules that say how bad it is
 * @param escalationPolicy the name of the policy that says who is told
 * @param links what people look at besides
 * @param isPrivate whether only people who are named may know of it
 * @param visibleTo who these are besides those who are paged
 */
public record Route(String name, @Nullable String team, String severityRules, String escalationPolicy,
		List<LinkTemplate> links, boolean isPrivate, List<String> visibleTo) {

	public Route {
		visibleTo = List.copyOf(visibleTo);
		links = List.copyOf(links);
	}

}
