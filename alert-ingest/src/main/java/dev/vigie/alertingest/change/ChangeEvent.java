package dev.vigie.alertingest.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody changed: a deployment, a migration, a switched flag.
 *
 * @param happenedAt when, as the sender says
 * @param summary in a line
 * @param source where it happened or what did it
 * @param service what was changed, the value that alerts carry in their label
 * {@code service}
 * @param labels whatever else tells it apart
 * @param links where to read more, absolute http(s) addresses
 * @param details as the sender told them, a JSON text
 */
public record ChangeEvent(Instant happenedAt, String summary, @Nullable String source, @Nullable String service,
		Map<String, String> labels, List<Link> links, @Nullable String details) {

	public ChangeEvent {
		labels = Map.copyOf(labels);
		links = List.copyOf(links);
	}

	/**
	 * A link and its text.
	 */
	public record Link(String href, String text) {
	}

}
