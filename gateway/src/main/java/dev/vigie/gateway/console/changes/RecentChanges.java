package dev.vigie.gateway.console.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import dev.vigie.gateway.console.changes.Beside.Line;
import dev.vigie.gateway.console.changes.Beside.Link;
import dev.vigie.gateway.console.changes.ChangesClient.Change;
import dev.vigie.gateway.console.changes.ChangesClient.ChangeList;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.layout.WebAddress;

/**
 * Finds what was changed around an incident: most incidents follow a change.
 */
@Component
public class RecentChanges {

	private static final Logger log = LoggerFactory.getLogger(RecentChanges.class);

	private static final Duration BEFORE = Duration.ofHours(24);

	private static final int SHOWN = 10;

	private static final int SERVICES = 5;

	// alert-ingest takes no longer names of services.
	private static final int LONGEST_SERVICE = 1024;

	private final ChangesClient client;

	private final Times times;

	private final MessageSource messages;

	private final InstantSource clock;

	RecentChanges(ChangesClient client, Times times, MessageSource messages, InstantSource clock) {
		this.client = client;
		this.times = times;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The changes of the services, or, where there is none, those that the integration
	 * told of; empty while alert-ingest does not answer, for the incident is worth seeing
	 * without them.
	 */
	public Optional<Beside> around(Span span, Collection<String> services, @Nullable String integration,
			Locale locale) {
		List<String> asked = services.stream()
			.filter((service) -> !service.isBlank() && service.length() <= LONGEST_SERVICE)
			.distinct()
			.sorted()
			.limit(SERVICES)
			.toList();
		String teller = asked.isEmpty() ? integration : null;
		try {
			List<Change> found = ask(span, asked, teller);
			return Optional.of(new Beside(asked, teller,
					found.stream().limit(SHOWN).map((change) -> line(change, span, asked.size() > 1, locale)).toList(),
					found.size() > SHOWN));
		}
		catch (RestClientException away) {
			log.info("The changes beside an incident are not to be had: {}", away.getMessage());
			return Optional.empty();
		}
	}

	private List<Change> ask(Span span, List<String> services, @Nullable String integration) {
		Instant from = span.start().minus(BEFORE);
		Instant to = (span.end() != null) ? span.end() : this.clock.instant();
		if (services.isEmpty() && integration == null) {
			return List.of();
		}
		List<ChangeList> answers = new ArrayList<>();
		if (services.isEmpty()) {
			answers.add(this.client.list(null, integration, from, to, SHOWN + 1));
		}
		for (String service : services) {
			answers.add(this.client.list(service, null, from, to, SHOWN + 1));
		}
		return answers.stream()
			.flatMap((answer) -> answer.items().stream())
			.sorted(Comparator.comparing(Change::happenedAt).reversed())
			.toList();
	}

	private Line line(Change change, Span span, boolean withService, Locale locale) {
		Duration after = Duration.between(span.start(), change.happenedAt());
		String distance = this.messages.getMessage(after.isNegative() ? "change.before" : "change.after",
				new Object[] { this.times.words(after.abs(), locale) }, locale);
		return new Line(this.times.moment(change.happenedAt(), locale), distance, change.summary(), change.source(),
				withService ? change.service() : null, links(change));
	}

	private static List<Link> links(Change change) {
		return (change.links() == null) ? List.of()
				: change.links()
					.stream()
					.filter((link) -> WebAddress.is(link.href()))
					.map((link) -> new Link(String.valueOf(link.href()),
							(link.text() == null || link.text().isBlank()) ? String.valueOf(link.href()) : link.text()))
					.toList();
	}

	/**
	 * How long an incident lasts.
	 *
	 * @param end null while it does
	 */
	public record Span(Instant start, @Nullable Instant end) {
	}

}
