package dev.vigie.escalation.update;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.Lines;
import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.notice.Phrasebook;

/**
 * What is known of an incident and an update, for templates.
 *
 * @param earlier the updates before, the oldest first
 * @param engineer who decides, or has taken it
 */
record Filling(IncidentFacts incident, Update update, List<Update> earlier, @Nullable String engineer, String link) {

	private static final Phrasebook SAY = new Phrasebook("messages-escalation-updates");

	Filling {
		earlier = List.copyOf(earlier);
	}

	/**
	 * In the language and the time of who reads it.
	 */
	Rendered in(UpdateTemplateSpec template, Locale language, ZoneId zone) {
		Map<Placeholder, String> values = values(language, zone);
		UpdateTemplateSpec.Text text = template.in(language);
		return new Rendered(Lines.joined(Template.parse("subject", text.subject()).fill(values)),
				Template.parse("text", text.text()).fill(values));
	}

	private Map<Placeholder, String> values(Locale language, ZoneId zone) {
		Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
		values.put(Placeholder.NUMBER, this.incident.name());
		values.put(Placeholder.TITLE, Lines.joined(this.incident.title()));
		values.put(Placeholder.SEVERITY, this.incident.severity());
		values.put(Placeholder.STATUS, SAY.text(language, "update.status." + this.update.status().word()));
		values.put(Placeholder.TEAM, (this.incident.team() != null) ? this.incident.team() : "");
		values.put(Placeholder.IMPACT, (this.incident.impact() != null) ? this.incident.impact()
				: SAY.text(language, "update.impact.unknown"));
		values.put(Placeholder.STARTED, time(this.incident.startedAt(), language, zone));
		values.put(Placeholder.ENGINEER, (this.engineer != null) ? this.engineer : "");
		values.put(Placeholder.MESSAGE, this.update.message());
		values.put(Placeholder.ACTIONS, actions(language, zone));
		values.put(Placeholder.UPDATED, time(this.update.at(), language, zone));
		values.put(Placeholder.NEXT_UPDATE,
				(this.update.nextAt() != null) ? time(this.update.nextAt(), language, zone) : "");
		values.put(Placeholder.LINK, this.link);
		return values;
	}

	private String actions(Locale language, ZoneId zone) {
		String before = this.earlier.stream()
			.map((update) -> action(update, language, zone))
			.collect(Collectors.joining());
		return before + action(this.update, language, zone).strip();
	}

	private static String action(Update update, Locale language, ZoneId zone) {
		return time(update.at(), language, zone) + " - " + Lines.joined(update.message()) + "\n";
	}

	private static String time(Instant at, Locale language, ZoneId zone) {
		return Phrasebook.time(at, language, zone);
	}

	/**
	 * What people read.
	 */
	record Rendered(String subject, String text) {
	}

}
