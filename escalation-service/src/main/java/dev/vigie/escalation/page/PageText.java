package dev.vigie.escalation.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.Lines;
import dev.vigie.escalation.channel.Outgoing;
import dev.vigie.escalation.page.PageFacts.AlertFact;
import dev.vigie.escalation.page.PageFacts.LinkFact;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageFacts.RunbookFact;
import dev.vigie.shared.access.AccessProperties;

/**
 * Puts the facts of a page into words, in the language and the time of who reads them. A
 * page whose words fail goes out in the plainest ones.
 */
@Component
class PageText {

	private static final Logger log = LoggerFactory.getLogger(PageText.class);

	private static final int MOST_ALERTS = 10;

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private final JsonMapper json;

	private final String home;

	PageText(JsonMapper json, AccessProperties access) {
		this.json = json;
		this.home = access.issuer();
		this.messages.setBasename("messages-escalation-pages");
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false); // else French machines page in
														// French
		this.messages.setAlwaysUseMessageFormat(true); // one rule for quotes in all texts
	}

	Outgoing render(Page page) {
		PageFacts facts = page.request().facts();
		String subject = Lines.joined("[%s] INC-%d %s".formatted(facts.severity(), facts.number(),
				title(facts, page.request().reader().language())));
		return new Outgoing(page.id(), page.to(), page.at().incidentId(), subject, text(page), payload(page));
	}

	private String text(Page page) {
		PageFacts facts = page.request().facts();
		try {
			return String.join("\n", new Words(page.request().reader()).lines(facts)) + "\n";
		}
		catch (RuntimeException failure) {
			log.error("The words of page {} failed, it goes out without them", page.id(), failure);
			return title(facts, page.request().reader().language()) + "\n\n" + link(facts) + "\n";
		}
	}

	private String payload(Page page) {
		PageFacts facts = page.request().facts();
		Map<String, Object> about = new LinkedHashMap<>();
		about.put("id", page.id());
		about.put("run", page.at().run());
		about.put("step", page.at().step());
		about.put("target", page.request().target());
		return this.json.writeValueAsString(new Payload("dev.vigie.page", page.createdAt(),
				new Data("INC-" + facts.number(), link(facts), facts, about)));
	}

	// Whoever may not know what it is about hears no more than that there is something.
	private String title(PageFacts facts, Locale language) {
		return facts.title().isEmpty() ? this.messages.getMessage("page.private", null, language) : facts.title();
	}

	private String link(PageFacts facts) {
		return this.home + "/incidents/" + facts.number();
	}

	/**
	 * The body of a webhook, as Standard Webhooks frames it.
	 */
	private record Payload(String type, Instant timestamp, Data data) {
	}

	private record Data(String id, String url, PageFacts incident, Map<String, Object> page) {
	}

	private final class Words {

		private final Locale language;

		private final ZoneId zone;

		private final DateTimeFormatter times;

		Words(PageRequest.Reader reader) {
			this.language = reader.language();
			this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
				.withLocale(reader.language());
			this.zone = reader.zone();
		}

		List<String> lines(PageFacts facts) {
			List<String> lines = new ArrayList<>();
			lines.add(Lines.joined(title(facts, this.language)));
			if (facts.title().isEmpty()) {
				return withoutContent(facts, lines);
			}
			lines.add(say((facts.severityReason() != null) ? "severity.because" : "severity", facts.severity(),
					facts.severityReason()));
			lines.add(say((facts.team() != null) ? "source.team" : "source", facts.integration(), facts.team()));
			lines.add("");
			String description = facts.description();
			if (description != null) {
				description.lines().map(Lines::joined).forEach(lines::add);
				lines.add("");
			}
			if (facts.firing() > 0 || description == null) { // declared ones have none
				alerts(facts, lines);
				lines.add("");
			}
			lines.add(say("incident", link(facts)));
			facts.links().forEach((link) -> lines.add(linked(link)));
			runbooks(facts.runbooks(), lines);
			lines.add("");
			lines.add(next(facts.next()));
			return lines;
		}

		private List<String> withoutContent(PageFacts facts, List<String> lines) {
			lines.add(say("severity", facts.severity()));
			lines.add("");
			lines.add(say("incident", link(facts)));
			return lines;
		}

		private void alerts(PageFacts facts, List<String> lines) {
			lines.add(say("alerts", facts.firing()));
			List<AlertFact> shown = facts.alerts().subList(0, Math.min(MOST_ALERTS, facts.alerts().size()));
			for (AlertFact alert : shown) {
				String summary = (alert.summary() != null) ? ": " + Lines.joined(alert.summary()) : "";
				String since = (alert.startsAt() != null) ? " " + say("since", time(alert.startsAt())) : "";
				lines.add("- " + Lines.joined(alert.name()) + summary + since);
				if (alert.generatorUrl() != null) {
					lines.add("  " + Lines.joined(alert.generatorUrl()));
				}
			}
			if (!shown.isEmpty() && facts.firing() > shown.size()) {
				lines.add(say("alerts.more", facts.firing() - shown.size()));
			}
		}

		private void runbooks(@Nullable List<RunbookFact> runbooks, List<String> lines) {
			if (runbooks == null) {
				lines.add(say("runbook.unknown"));
			}
			else if (runbooks.isEmpty()) {
				lines.add(say("runbook.none"));
			}
			else {
				runbooks
					.forEach((runbook) -> lines.add(say("runbook", runbook.title(), runbook.url(), runbook.reason())));
			}
		}

		private String linked(LinkFact link) {
			if (link.kind().equals(LinkFact.CUSTOM)) {
				return say("link.custom", link.url(), link.title());
			}
			String title = (link.title() != null) ? " (" + Lines.joined(link.title()) + ")" : "";
			return say("link." + link.kind(), link.url()) + title;
		}

		private String next(@Nullable NextFact next) {
			if (next == null) {
				return say("next.nobody");
			}
			List<String> targets = next.targets().stream().map(this::target).toList();
			return say("next", time(next.at()), String.join(", ", targets));
		}

		private String target(String text) {
			String[] kindAndName = text.split(":", 2);
			return (kindAndName.length == 2) ? say("target." + kindAndName[0], kindAndName[1]) : text;
		}

		private String time(Instant at) {
			return this.times.format(at.atZone(this.zone)) + " (" + this.zone.getId() + ")";
		}

		// Whatever comes from outside stays on its line.
		private String say(String key, @Nullable Object... parts) {
			Object[] safe = Stream.of(parts)
				.map((part) -> (part instanceof String text) ? Lines.joined(text) : part)
				.toArray();
			return PageText.this.messages.getMessage("page." + key, safe, this.language);
		}

	}

}
