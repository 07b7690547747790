package dev.vigie.alertingest.silence;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * What people and the clock do with silences.
 */
@Component
@Transactional
class SilenceHandling {

	private static final Duration RETENTION = Duration.ofDays(90);

	private static final int NAME_BITS = 60;

	private final SilenceTable silences;

	private final WindowTable windows;

	private final SilenceKind kind;

	private final Announcements announcements;

	private final Editing editing;

	private final InstantSource clock;

	private final SecureRandom random = new SecureRandom();

	SilenceHandling(SilenceTable silences, WindowTable windows, SilenceKind kind, Announcements announcements,
			Editing editing, InstantSource clock) {
		this.silences = silences;
		this.windows = windows;
		this.kind = kind;
		this.announcements = announcements;
		this.editing = editing;
		this.clock = clock;
	}

	Change<SilenceSpec> apply(Edit<SilenceSpec> edit, String author) {
		return this.editing.apply(this.kind.by(author, false), edit);
	}

	@Transactional(readOnly = true)
	Change<SilenceSpec> preview(Edit<SilenceSpec> edit) {
		return this.editing.preview(this.kind, edit);
	}

	void delete(String name, @Nullable String ifMatch, String author) {
		this.editing.delete(this.kind.by(author, false), name, ifMatch);
	}

	/**
	 * Makes a silence and a name for it.
	 */
	Silence create(SilenceSpec spec, String author) {
		String name = "s-" + new BigInteger(NAME_BITS, this.random).toString(Character.MAX_RADIX);
		this.editing.apply(this.kind.by(author, true), new Edit<>(name, spec, null));
		return find(name);
	}

	/**
	 * Ends the silence now; its document stays as it is. Only the present window of one
	 * that comes again and again, unless it is to end for good.
	 */
	Silence expire(String name, boolean forGood, String by) {
		Instant now = this.clock.instant();
		Silence silence = this.silences.lock(name).orElseThrow(() -> missing(name));
		boolean all = forGood || silence.spec().recurrence() == null;
		Window window = silence.windowAt(now);
		if (window == null) {
			return silence;
		}
		if (!all && !window.contains(now)) {
			throw new Conflict("not-active",
					"Silence %s is not in force; its next window begins at %s. Say \"series\": true to end it for good"
						.formatted(name, window.start()));
		}
		return this.announcements.settle(silence.ended(new Silence.Ending(now, by, all)), now);
	}

	@Transactional(readOnly = true)
	Silence find(String name) {
		return this.silences.find(name).orElseThrow(() -> missing(name));
	}

	/**
	 * Announces the starts and ends that are due; two replicas never announce the same.
	 * @return how many silences there were
	 */
	int settleDue(int limit) {
		Instant now = this.clock.instant();
		List<Silence> due = this.silences.lockDue(now, limit);
		due.forEach((silence) -> this.announcements.settle(silence, now));
		return due.size();
	}

	void forgetOld() {
		this.windows.forget(this.clock.instant().minus(RETENTION));
	}

	private static NotFound missing(String name) {
		return new NotFound("There is no Silence named " + name);
	}

}
