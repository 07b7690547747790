package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.severity.Assessment;

/**
 * Tells what comes of another severity. The incident must be written before.
 */
@Component
class SeverityNews {

	private final Announcements announcements;

	private final Timeline timeline;

	SeverityNews(Announcements announcements, Timeline timeline) {
		this.announcements = announcements;
		this.timeline = timeline;
	}

	/**
	 * The rules have come to a severity.
	 */
	void ruled(Incident incident, SeverityBefore before, Instant at) {
		Assessment ruled = incident.ruled;
		if (incident.assessment.severity() != before.severity()) {
			this.announcements.assessed(incident, before.severity(), at);
		}
		else if (ruled != null && differs(incident, before, ruled)) {
			this.timeline.add(incident, isOutgrown(incident, before, ruled) ? "SEVERITY_OUTGROWN" : "SEVERITY_RULED",
					at, null, Map.of("severity", ruled.severity().name(), "reason", ruled.reason(), "set",
							incident.assessment.severity().name(), "by", String.valueOf(incident.severitySetBy)));
		}
		followed(incident, before, at);
	}

	/**
	 * What follows when it is worse than it was, whoever says so.
	 */
	void followed(Incident incident, SeverityBefore before, Instant at) {
		if (incident.status == IncidentStatus.TRIGGERED && before.status() == IncidentStatus.ACKNOWLEDGED) {
			this.timeline.add(incident, "ACKNOWLEDGEMENT_OUTGROWN", at, null,
					Map.of("by", String.valueOf(before.taker()), "severity", incident.assessment.severity().name()));
		}
		if (incident.status == IncidentStatus.TRIGGERED && before.status() == IncidentStatus.SNOOZED) {
			this.timeline.add(incident, "SNOOZE_OUTGROWN", at, null, Map.of());
		}
		if (incident.assessment.severity().isWorseThan(before.severity())) {
			this.announcements.due();
		}
	}

	private static boolean differs(Incident incident, SeverityBefore before, Assessment ruled) {
		Assessment earlier = before.ruled();
		return ruled.severity() != ((earlier != null) ? earlier.severity() : incident.assessment.severity());
	}

	private static boolean isOutgrown(Incident incident, SeverityBefore before, Assessment ruled) {
		Assessment earlier = before.ruled();
		return ruled.severity().isWorseThan(incident.assessment.severity())
				&& (earlier == null || ruled.severity().isWorseThan(earlier.severity()));
	}

}
