package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A silence as it stands.
 *
 * @param author who wrote it as it is now
 * @param adHoc whether it was made without a name of its own
 * @param armedAt when it begins, if its document does not say
 * @param window the present window or the next, null if there is none any more
 * @param started whether the start of the window was announced
 * @param ending who ended it early
 */
record Silence(String name, int version, SilenceSpec spec, String author, boolean adHoc, Instant armedAt,
		@Nullable Window window, boolean started, @Nullable Ending ending) {

	/**
	 * Whether it mutes. This does not wait for anybody to have announced it.
	 */
	boolean isInForce(Instant now) {
		Window present = windowAt(now);
		return present != null && present.contains(now);
	}

	/**
	 * The present window, or the next.
	 */
	@Nullable Window windowAt(Instant now) {
		return (this.window != null && this.window.end().isAfter(now)) ? this.window : computed(now);
	}

	State state(Instant now) {
		Window present = windowAt(now);
		if (present == null) {
			return State.EXPIRED;
		}
		return present.contains(now) ? State.ACTIVE : State.PENDING;
	}

	/**
	 * The same silence with another document.
	 */
	Silence saying(int version, SilenceSpec spec, String author, Instant now) {
		return new Silence(this.name, version, spec, author, this.adHoc, (this.ending != null) ? now : this.armedAt,
				this.window, this.started, null);
	}

	Silence ended(Ending ending) {
		return new Silence(this.name, this.version, this.spec, this.author, this.adHoc, this.armedAt, this.window,
				this.started, ending);
	}

	/**
	 * Brings the window up to date and says what there is to announce. A window that
	 * passed while nobody looked is not announced any more.
	 */
	Settled settled(Instant now) {
		List<News> news = new ArrayList<>();
		Window present = computed(now);
		boolean active = present != null && present.contains(now);
		boolean goesOn = false;
		if (this.started && this.window != null) {
			goesOn = active && this.window.end().isAfter(now);
			if (!goesOn) {
				Instant end = this.window.end().isAfter(now) ? now : this.window.end();
				news.add(new News.Ended(new Window(this.window.start(), end), endedBy(this.window)));
			}
			else if (present != null) {
				present = new Window(this.window.start(), present.end());
			}
		}
		if (active && !goesOn && present != null) {
			news.add(new News.Started(present));
		}
		return new Settled(new Silence(this.name, this.version, this.spec, this.author, this.adHoc, this.armedAt,
				present, active, this.ending), news);
	}

	private @Nullable String endedBy(Window window) {
		return (this.ending != null && !window.start().isAfter(this.ending.at())) ? this.ending.by() : null;
	}

	private @Nullable Window computed(Instant now) {
		if (this.ending != null && this.ending.forGood()) {
			return null;
		}
		Optional<Window> next = this.spec.firstEndingAfter(this.armedAt, now);
		while (this.ending != null && next.isPresent() && !next.get().start().isAfter(this.ending.at())) {
			next = this.spec.firstEndingAfter(this.armedAt, next.get().end());
		}
		return next.orElse(null);
	}

	/**
	 * Somebody ended it early: windows that had begun by then are over.
	 *
	 * @param forGood whether none comes after them either
	 */
	record Ending(Instant at, String by, boolean forGood) {
	}

	/**
	 * The silence after a look at the clock.
	 */
	record Settled(Silence silence, List<News> news) {
	}

	/**
	 * What there is to announce.
	 */
	sealed interface News {

		Window window();

		record Started(Window window) implements News {
		}

		/**
		 * A window is over.
		 *
		 * @param by who ended it early
		 */
		record Ended(Window window, @Nullable String by) implements News {
		}

	}

	/**
	 * Whether it mutes, is yet to, or never will again.
	 */
	enum State {

		PENDING, ACTIVE, EXPIRED

	}

}
