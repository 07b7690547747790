package dev.vigie.escalation.subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.notice.Phrasebook;
import dev.vigie.escalation.notice.Words;
import dev.vigie.escalation.subscription.NewsTable.News;
import dev.vigie.shared.access.AccessProperties;

/**
 * Puts the beginning and the end of an incident into words for those who follow it.
 */
@Component
class Telling {

	private final Phrasebook say = new Phrasebook("messages-escalation-subscriptions");

	private final Stakeholders stakeholders;

	private final String home;

	Telling(Stakeholders stakeholders, AccessProperties access) {
		this.stakeholders = stakeholders;
		this.home = access.issuer();
	}

	void tell(News news, IncidentFacts incident) {
		this.stakeholders.tell(incident, news.occasion(), news.id(),
				(language, zone) -> words(news, incident, language, zone));
	}

	private Words words(News news, IncidentFacts incident, Locale language, ZoneId zone) {
		String key = "subscription." + news.occasion().name().toLowerCase(Locale.ROOT);
		List<String> lines = new ArrayList<>();
		lines.add(this.say.text(language, key, time(news.at(), language, zone),
				time(incident.startedAt(), language, zone)));
		lines.add("");
		lines.add("[%s] %s".formatted(incident.severity(), incident.title()));
		if (incident.team() != null) {
			lines.add(this.say.text(language, "subscription.team", incident.team()));
		}
		lines.add(this.home + "/incidents/" + incident.number());
		lines.add("");
		lines.add(this.say.text(language, "subscription.why"));
		String subject = this.say.text(language, key + ".subject", incident.severity(), incident.name(),
				incident.title());
		return new Words(incident.id(), subject, String.join("\n", lines) + "\n", "{}");
	}

	private static String time(Instant at, Locale language, ZoneId zone) {
		return Phrasebook.time(at, language, zone);
	}

}
