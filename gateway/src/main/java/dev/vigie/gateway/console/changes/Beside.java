package dev.vigie.gateway.console.changes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.layout.Moment;

/**
 * The changes that are shown beside an incident.
 *
 * @param services whose changes were asked for
 * @param integration where nothing names a service: who told of the changes
 * @param lines the newest first
 * @param more whether there are older ones that are not shown
 */
public record Beside(List<String> services, @Nullable String integration, List<Line> lines, boolean more) {

	public Beside {
		services = List.copyOf(services);
		lines = List.copyOf(lines);
	}

	/**
	 * One change.
	 *
	 * @param distance how long before the incident began it happened, or how long after,
	 * in words
	 * @param service only where changes of several services are shown
	 */
	public record Line(@Nullable Moment at, String distance, String summary, @Nullable String source,
			@Nullable String service, List<Link> links) {

		public Line {
			links = List.copyOf(links);
		}

	}

	/**
	 * Where to read more of it.
	 */
	public record Link(String href, String text) {
	}

}
