package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.incident.Timeline;
import dev.vigie.escalation.outage.Outages;
import dev.vigie.escalation.page.Page;
import dev.vigie.escalation.roster.RosterView;

/**
 * What paging writes on the timeline of an incident.
 */
@Component
class PagingLines {

	private final Timeline timeline;

	private final InstantSource clock;

	private final Outages outages;

	PagingLines(Timeline timeline, InstantSource clock, Outages outages) {
		this.outages = outages;
		this.timeline = timeline;
		this.clock = clock;
	}

	void add(UUID incidentId, String code, Map<String, String> params) {
		this.timeline.add(incidentId, code, this.clock.instant(), null, params);
	}

	void of(String code, Page page, String reason) {
		Map<String, String> params = new HashMap<>();
		params.put("page", page.id().toString());
		params.put("recipient", page.recipient());
		params.put("channel", page.type().name().toLowerCase(Locale.ROOT));
		params.put("target", page.request().target());
		params.put("step", String.valueOf(page.at().step() + 1));
		if (!reason.isEmpty()) {
			params.put("reason", reason);
		}
		add(page.at().incidentId(), code, params);
	}

	/**
	 * Says once that the way to a channel is closed for now.
	 */
	void spared(UUID incidentId, String circuit) {
		if (this.outages.begins(incidentId, circuit)) {
			add(incidentId, "CIRCUIT_OPEN", Map.of("circuit", circuit));
		}
	}

	/**
	 * Says that it is open again, if a page had to wait.
	 */
	void goesThrough(Page page) {
		String circuit = Courier.circuit(page.request().to());
		if (page.attempts() > 1 && this.outages.ends(page.at().incidentId(), circuit)) {
			add(page.at().incidentId(), "CIRCUIT_CLOSED", Map.of("circuit", circuit));
		}
	}

	/**
	 * Says that the roster is of now again, where it was said that it is not.
	 */
	void rosterAsked(List<UUID> incidents, RosterView roster) {
		if (roster.fresh()) {
			this.outages.end(incidents, Outages.ONCALL).forEach((id) -> add(id, "ROSTER_FRESH", Map.of()));
		}
	}

	/**
	 * Says once that the roster is not of today, if it is not.
	 */
	void rosterUsed(UUID incidentId, RosterView roster) {
		if (!roster.fresh() && roster.takenAt().isPresent() && this.outages.begins(incidentId, Outages.ONCALL)) {
			roster.takenAt().ifPresent((takenAt) -> {
				Instant now = this.clock.instant();
				add(incidentId, "ROSTER_SNAPSHOT_USED", Map.of("takenAt", takenAt.toString(), "age",
						Duration.between(takenAt, now).withNanos(0).toString()));
			});
		}
	}

	/**
	 * Says by what a person should be told and cannot be.
	 */
	void unavailable(UUID incidentId, String person, List<String> methods) {
		add(incidentId, "METHOD_UNAVAILABLE", Map.of("recipient", person, "methods", String.join(", ", methods)));
	}

	void fallback(UUID incidentId, String kind, String recipient, String reason) {
		add(incidentId, "FALLBACK_USED", Map.of("kind", kind, "recipient", recipient, "reason", reason));
	}

}
