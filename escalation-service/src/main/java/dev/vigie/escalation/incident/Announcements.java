package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.route.Route;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Tells what alerts did to an incident: to people on the timeline, to other features, and
 * to whoever waits for due times. The incident must be written before.
 */
@Component
class Announcements {

	/**
	 * More of a kind in a row are told in one line: nobody reads ten thousand.
	 */
	private static final int LINES = 10;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Signals signals;

	Announcements(Timeline timeline, ApplicationEventPublisher events, Signals signals) {
		this.timeline = timeline;
		this.events = events;
		this.signals = signals;
	}

	void due() {
		this.signals.send(Channels.DUE);
	}

	void triggered(Incident incident) {
		this.timeline.add(incident, "INCIDENT_TRIGGERED", incident.triggeredAt, incident.declaredBy,
				Map.of("title", incident.title, "integration", incident.origin.integration()));
		this.events.publishEvent(new IncidentTriggered(incident.id));
	}

	void routed(Incident incident, @Nullable Route route) {
		if (route == null) {
			this.timeline.add(incident, "ROUTE_MISSING", incident.triggeredAt, null, Map.of());
			return;
		}
		this.timeline.add(incident, "ROUTE_MATCHED", incident.triggeredAt, null, Map.of("route", route.name(),
				"severityRules", route.severityRules(), "escalationPolicy", route.escalationPolicy()));
	}

	void assessed(Incident incident, @Nullable Severity before, Instant at) {
		this.timeline.add(incident, "SEVERITY_SET", at, null, Map.of("severity", incident.assessment.severity().name(),
				"reason", incident.assessment.reason(), "before", (before != null) ? before.name() : ""));
	}

	void news(Touched touched, Instant at) {
		List<Touched.News> alike = new ArrayList<>();
		for (Touched.News news : touched.news()) {
			if (!alike.isEmpty() && !alike.getFirst().isLike(news)) {
				tell(touched.incident, alike);
				alike.clear();
			}
			alike.add(news);
		}
		tell(touched.incident, alike);
		if (touched.hasHiddenChanged()) {
			this.timeline.add(touched.incident, "ALERTS_HIDDEN", at, null,
					Map.of("hidden", String.valueOf(touched.incident.hidden)));
		}
		for (HeldGroup group : touched.heldBack()) {
			this.timeline.add(touched.incident, "ALERTS_HELD_BACK", at, null,
					Map.of("hidden", String.valueOf(group.hidden), "integration", group.origin.integration(), "group",
							group.origin.words()));
		}
	}

	private void tell(Incident incident, List<Touched.News> alike) {
		if (alike.size() > LINES) {
			Touched.News first = alike.getFirst();
			this.timeline.add(incident, first.code(), first.at(), null,
					because(first, "count", String.valueOf(alike.size()), name(incident, first.alert())));
			return;
		}
		alike.forEach((news) -> this.timeline.add(incident, news.code(), news.at(), null,
				because(news, "fingerprint", news.alert().fingerprint(), name(incident, news.alert()))));
	}

	private static Map<String, String> because(Touched.News news, String key, String value, String alert) {
		Map<String, String> params = new HashMap<>(news.params());
		params.put("alert", alert);
		params.put(key, value);
		return params;
	}

	void acknowledged(Incident incident, String actor, AlertRemark remark) {
		this.timeline.add(incident, "ACKNOWLEDGED", remark.at(), actor, remark.params());
		this.events.publishEvent(new IncidentAcknowledged(incident.id));
	}

	void remarked(Incident incident, String code, String actor, AlertRemark remark) {
		Map<String, String> params = new HashMap<>(remark.params());
		params.put("alert", name(incident, remark.alert()));
		params.put("fingerprint", remark.alert().fingerprint());
		this.timeline.add(incident, code, remark.at(), actor, params);
	}

	void resolved(Incident incident, Instant at) {
		this.timeline.add(incident, "RESOLVED", at, null, Map.of());
		this.events.publishEvent(new IncidentResolved(incident.id));
	}

	void stormEnded(Incident incident, IntegrationStorm storm, Instant at) {
		this.timeline.add(incident, "STORM_ENDED", at, null, Map.of("integration", storm.integration(), "alerts",
				String.valueOf(storm.alerts()), "groups", String.valueOf(storm.groups())));
	}

	void reopened(Incident incident, ReportedAlert alert, Instant at) {
		this.timeline.add(incident, "REOPENED", at, null, Map.of("alert", name(incident, alert), "fingerprint",
				alert.fingerprint(), "run", String.valueOf(incident.escalation.run())));
		this.events.publishEvent(new IncidentReopened(incident.id));
		due();
	}

	private static String name(Incident incident, ReportedAlert alert) {
		return alert.title(incident.origin.groupLabels());
	}

}
