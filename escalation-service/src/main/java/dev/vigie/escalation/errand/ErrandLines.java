package dev.vigie.escalation.errand;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.connection.Link;
import dev.vigie.escalation.incident.Timeline;

/**
 * What errands write on the timeline of an incident.
 */
@Component
class ErrandLines {

	private final Timeline timeline;

	private final InstantSource clock;

	ErrandLines(Timeline timeline, InstantSource clock) {
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * @param link null when the other program named none
	 */
	void done(Errand errand, @Nullable Link link) {
		Map<String, String> params = params(errand);
		if (link != null) {
			params.put("url", link.url());
			params.put("title", (link.title() != null) ? link.title() : "");
		}
		add(errand, switch (errand.what()) {
			case WAR_ROOM -> "WARROOM_OPENED";
			case TICKET -> "TICKET_CREATED";
		}, params);
	}

	void late(Errand errand, String reason) {
		Map<String, String> params = params(errand);
		params.put("reason", reason);
		add(errand, switch (errand.what()) {
			case WAR_ROOM -> "WARROOM_LATE";
			case TICKET -> "TICKET_LATE";
		}, params);
	}

	void failed(Errand errand, String reason) {
		Map<String, String> params = params(errand);
		params.put("reason", reason);
		add(errand, switch (errand.what()) {
			case WAR_ROOM -> "WARROOM_FAILED";
			case TICKET -> "TICKET_FAILED";
		}, params);
	}

	/**
	 * The way to a connection is closed or open again.
	 */
	void circuit(String code, UUID incidentId, String circuit) {
		this.timeline.add(incidentId, code, this.clock.instant(), null, Map.of("circuit", circuit));
	}

	private static Map<String, String> params(Errand errand) {
		Map<String, String> params = new HashMap<>();
		params.put("errand", errand.id().toString());
		params.put("connection", errand.connection());
		return params;
	}

	private void add(Errand errand, String code, Map<String, String> params) {
		this.timeline.add(errand.incidentId(), code, this.clock.instant(), errand.askedBy(), params);
	}

}
