package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.handoff.Summary.Note;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.shared.problem.Invalid;

/**
 * What people do with notes for the next on call.
 */
@Component
@Transactional
class NoteTaking {

	private static final Duration A_DAY = Duration.ofDays(1);

	private final NoteTable notes;

	private final HandOffTable handOffs;

	private final Roster roster;

	private final InstantSource clock;

	NoteTaking(NoteTable notes, HandOffTable handOffs, Roster roster, InstantSource clock) {
		this.notes = notes;
		this.handOffs = handOffs;
		this.roster = roster;
		this.clock = clock;
	}

	Note write(String schedule, String author, String text) {
		check(schedule);
		// As exact as the database keeps it.
		Note note = new Note(author, this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				text.replace("\0", "").strip());
		this.notes.insert(schedule, note);
		return note;
	}

	/**
	 * Those written since the last hand-off of the schedule.
	 */
	@Transactional(readOnly = true)
	List<Note> of(String schedule) {
		check(schedule);
		Instant now = this.clock.instant();
		return this.notes.of(schedule, this.handOffs.lastOf(schedule).orElseGet(() -> now.minus(A_DAY)), now);
	}

	private void check(String schedule) {
		if (this.roster.stored().rotas().stream().noneMatch((rota) -> rota.schedule().equals(schedule))) {
			throw new Invalid("schedule", "is none that is known");
		}
	}

}
