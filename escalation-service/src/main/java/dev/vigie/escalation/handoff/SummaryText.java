package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.vigie.escalation.channel.Lines;
import dev.vigie.escalation.handoff.Summary.Note;
import dev.vigie.escalation.handoff.Summary.OpenIncident;
import dev.vigie.escalation.handoff.Summary.PastIncident;

/**
 * The part of a letter that is the same for who comes and who goes.
 */
final class SummaryText {

	private final Phrases say;

	private final String home;

	private final Instant now;

	SummaryText(Phrases say, String home, Instant now) {
		this.say = say;
		this.home = home;
		this.now = now;
	}

	List<String> lines(Summary summary) {
		List<String> lines = new ArrayList<>();
		if (summary.rosterOf() != null) {
			lines.add(this.say.text("stale", this.say.time(summary.rosterOf())));
		}
		lines.add("");
		lines.add(this.say.text("open", summary.openIncidents()));
		summary.open().forEach((incident) -> open(incident, lines));
		more(summary.openIncidents() - summary.open().size(), lines);
		lines.add("");
		past(summary.past(), lines);
		notes(summary.notes(), lines);
		silences(summary.silences(), lines);
		return lines;
	}

	private void open(OpenIncident incident, List<String> lines) {
		String age = this.say.length(Duration.between(incident.triggeredAt(), this.now));
		String state = (incident.acknowledgedBy() != null) ? this.say.text("taken", incident.acknowledgedBy())
				: this.say.text("nobody");
		lines.add("- [%s] INC-%d %s (%s, %s)".formatted(incident.severity(), incident.number(),
				Lines.joined(incident.title()), age, state));
		lines.add("  " + this.home + "/incidents/" + incident.number());
	}

	private void past(Summary.Past past, List<String> lines) {
		lines.add(this.say.text("past", this.say.time(past.since()), past.opened(), past.resolved(), past.pages()));
		for (PastIncident incident : past.incidents()) {
			String end = (incident.resolvedAt() != null) ? " (" + this.say.text("resolved") + ")" : "";
			lines.add("- [%s] INC-%d %s%s".formatted(incident.severity(), incident.number(),
					Lines.joined(incident.title()), end));
		}
	}

	private void notes(List<Note> notes, List<String> lines) {
		lines.add("");
		lines.add(this.say.text("notes", notes.size()));
		for (Note note : notes) {
			lines.add("- " + this.say.text("note", note.author(), this.say.time(note.writtenAt())));
			note.text().lines().forEach((line) -> lines.add("  " + Lines.joined(line)));
		}
	}

	private void silences(List<Summary.Silence> silences, List<String> lines) {
		if (!silences.isEmpty()) {
			lines.add("");
			lines.add(this.say.text("silences"));
			silences.forEach((silence) -> lines.add("- " + this.say.text("silence", silence.name(), silence.reason(),
					silence.author(), this.say.time(silence.endsAt()))));
		}
	}

	private void more(int more, List<String> lines) {
		if (more > 0) {
			lines.add(this.say.text("more", more));
		}
	}

}
