package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import dev.vigie.escalation.notice.Phrasebook;

/**
 * The phrases of one reader.
 */
final class Phrases {

	private final Phrasebook phrases;

	private final Locale language;

	private final ZoneId zone;

	Phrases(Phrasebook phrases, Mailbox reader) {
		this.phrases = phrases;
		this.language = reader.language();
		this.zone = reader.zone();
	}

	String text(String key, Object... parts) {
		return this.phrases.text(this.language, "handoff." + key, parts);
	}

	String role(String role) {
		return this.phrases.textOr(role, this.language, "handoff.role." + role);
	}

	String time(Instant at) {
		return Phrasebook.time(at, this.language, this.zone);
	}

	/**
	 * As long as people care: days and hours, or hours and minutes.
	 */
	String length(Duration length) {
		if (length.toDays() > 0) {
			return text("length.days", length.toDays(), length.toHoursPart());
		}
		return (length.toHours() > 0) ? text("length.hours", length.toHours(), length.toMinutesPart())
				: text("length.minutes", length.toMinutes());
	}

}
