package dev.vigie.escalation.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells of an incident, as it was when the page was queued: the words are put
 * around it in the language of who reads them.
 *
 * @param alerts the first alerts that fire; {@code firing} counts all of them
 * @param runbooks the runbooks that fit, or null when nobody could say
 * @param next who is told next when nobody acknowledges, or null when nobody is
 * @param links where else it is worked on, and what to look at
 * @param isPrivate whether only people who are named may know of it; without a title when
 * whoever gets the page is none of them
 * @param description what whoever declared it wrote, or what its alerts have in common
 */
public record PageFacts(long number, String title, String severity, @Nullable String severityReason,
		@Nullable String team, String integration, Map<String, String> groupLabels, List<AlertFact> alerts, int firing,
		@Nullable List<RunbookFact> runbooks, @Nullable NextFact next, List<LinkFact> links,
		@JsonProperty("private") @Nullable Boolean isPrivate, @Nullable String description) {

	private static final int MOST = 10;

	public PageFacts {
		title = Excerpt.of(title);
		groupLabels = Excerpt.of(groupLabels);
		description = (description != null) ? Excerpt.of(description) : null;
		alerts = List.copyOf(alerts.subList(0, Math.min(MOST, alerts.size())));
		runbooks = (runbooks != null)
				? runbooks.stream().filter((runbook) -> Excerpt.link(runbook.url()) != null).limit(MOST).toList()
				: null;
		links = (links != null) ? links.stream().filter((link) -> Excerpt.link(link.url()) != null).limit(MOST).toList()
				: List.of(); // pages of before have none
	}

	/**
	 * The same of an incident that is private now.
	 */
	PageFacts hidden() {
		return new PageFacts(this.number, this.title, this.severity, this.severityReason, this.team, this.integration,
				this.groupLabels, this.alerts, this.firing, this.runbooks, this.next, this.links, true,
				this.description);
	}

	/**
	 * No more than that there is an incident, and how bad it is.
	 */
	public PageFacts withoutContent() {
		return new PageFacts(this.number, "", this.severity, null, this.team, "", Map.of(), List.of(), 0, List.of(),
				null, List.of(), true, null);
	}

	public boolean hides() {
		return Boolean.TRUE.equals(this.isPrivate);
	}

	/**
	 * One alert.
	 */
	public record AlertFact(String name, @Nullable String summary, @Nullable Instant startsAt,
			@Nullable String generatorUrl) {

		public AlertFact {
			name = Excerpt.of(name);
			summary = (summary != null) ? Excerpt.of(summary) : null;
			generatorUrl = Excerpt.link(generatorUrl);
		}

	}

	/**
	 * A runbook and why it fits.
	 */
	public record RunbookFact(String title, String url, String reason) {

		public RunbookFact {
			title = Excerpt.of(title);
			reason = Excerpt.of(reason);
		}

	}

	/**
	 * A war room, a ticket, or what people look at besides.
	 *
	 * @param kind war_room, ticket or custom
	 */
	public record LinkFact(String kind, String url, @Nullable String title) {

		/**
		 * A panel or a query: its title is what it is called.
		 */
		public static final String CUSTOM = "custom";

		public LinkFact {
			title = (title != null) ? Excerpt.of(title) : null;
		}

	}

	/**
	 * What happens when nobody acknowledges.
	 *
	 * @param targets as policies write them, for example {@code onCall:rewapp-backup}
	 */
	public record NextFact(Instant at, List<String> targets) {
	}

}
