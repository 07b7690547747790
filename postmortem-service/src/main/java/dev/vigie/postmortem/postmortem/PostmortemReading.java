package dev.vigie.postmortem.postmortem;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.postmortem.incidents.Confidences;
import dev.vigie.postmortem.incidents.IncidentFacts;
import dev.vigie.postmortem.incidents.Incidents;
import dev.vigie.postmortem.incidents.Language;
import dev.vigie.postmortem.incidents.TimelineLine;
import dev.vigie.shared.access.Caller;

/**
 * Puts a post-mortem, its incident's facts and its follow-ups together.
 */
@Component
@Transactional(readOnly = true)
class PostmortemReading {

	/**
	 * A timeline may have ten thousand lines; the rest is read from its own address.
	 */
	static final int INLINE_LINES = 200;

	private final Postmortems postmortems;

	private final Incidents incidents;

	private final Confidences confidences;

	private final FollowUps followUps;

	PostmortemReading(Postmortems postmortems, Incidents incidents, Confidences confidences, FollowUps followUps) {
		this.confidences = confidences;
		this.postmortems = postmortems;
		this.incidents = incidents;
		this.followUps = followUps;
	}

	PostmortemView get(UUID id, Language language) {
		return views(List.of(this.postmortems.get(id)), language).getFirst();
	}

	Optional<PostmortemView> ofIncident(long number, Caller caller, Language language) {
		return this.postmortems.findByIncidentNumber(number)
			.filter((postmortem) -> this.confidences.allow(postmortem.incidentNumber(), caller))
			.map((postmortem) -> views(List.of(postmortem), language).getFirst());
	}

	/**
	 * The latest incidents first.
	 */
	List<PostmortemView> page(Choice choice, int limit, Language language) {
		return views(this.postmortems.page(choice.statuses().stream().map(Enum::name).toList(), choice.below(),
				choice.caller().person(), limit), language);
	}

	List<TimelineLine> timeline(UUID id, @Nullable String after, int limit, Language language) {
		return this.incidents.timeline(this.postmortems.get(id).incidentNumber(), after, limit, language);
	}

	private List<PostmortemView> views(List<Postmortem> postmortems, Language language) {
		Map<Long, IncidentFacts> facts = this.incidents
			.find(postmortems.stream().map(Postmortem::incidentNumber).toList());
		Map<UUID, List<FollowUps.FollowUp>> agreed = this.followUps
			.of(postmortems.stream().map(Postmortem::id).toList());
		return postmortems.stream().map((postmortem) -> {
			long number = postmortem.incidentNumber();
			List<TimelineLine> lines = this.incidents.timeline(number, null, INLINE_LINES + 1, language);
			return PostmortemView.of(postmortem, Objects.requireNonNull(facts.get(number)), lines,
					agreed.getOrDefault(postmortem.id(), List.of()));
		}).toList();
	}

	/**
	 * Which are wanted.
	 *
	 * @param below the number above the first incident
	 */
	record Choice(Collection<PostmortemStatus> statuses, long below, Caller caller) {
	}

	/**
	 * A post-mortem as it is answered.
	 *
	 * @param severity the highest that the incident ever had
	 * @param timeline the first lines of the incident's timeline
	 * @param timelineNext where the timeline goes on, absent when all of it is here
	 */
	record PostmortemView(UUID id, long incident, String title, @Nullable String severity, String status,
			String summary, String impact, String rootCause, String lessons, int version, List<TimelineLine> timeline,
			@Nullable String timelineNext, List<FollowUps.FollowUp> actionItems, Instant triggeredAt,
			@Nullable Instant acknowledgedAt, @Nullable Instant resolvedAt, Instant createdAt,
			@Nullable Instant publishedAt, @Nullable String publishedBy) {

		static PostmortemView of(Postmortem postmortem, IncidentFacts incident, List<TimelineLine> lines,
				List<FollowUps.FollowUp> agreed) {
			boolean more = lines.size() > INLINE_LINES;
			List<TimelineLine> shown = more ? lines.subList(0, INLINE_LINES) : lines;
			Postmortem.Text text = postmortem.text();
			return new PostmortemView(postmortem.id(), incident.number(), incident.title(), incident.highestSeverity(),
					postmortem.status().text(), text.summary(), text.impact(), text.rootCause(), text.lessons(),
					postmortem.version(), shown, more ? shown.getLast().id() : null, agreed, incident.triggeredAt(),
					incident.acknowledgedAt(), incident.resolvedAt(), postmortem.createdAt(), postmortem.publishedAt(),
					postmortem.publishedBy());
		}

	}

}
