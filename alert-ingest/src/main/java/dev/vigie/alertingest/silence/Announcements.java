package dev.vigie.alertingest.silence;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.feed.Feed;

/**
 * Tells of starts and ends. Whoever holds the row of a silence tells of it, in the
 * transaction that notes that it is told.
 */
@Component
class Announcements {

	private static final Logger log = LoggerFactory.getLogger(Announcements.class);

	private final SilenceTable silences;

	private final WindowTable windows;

	private final Feed feed;

	Announcements(SilenceTable silences, WindowTable windows, Feed feed) {
		this.silences = silences;
		this.windows = windows;
		this.feed = feed;
	}

	/**
	 * Writes the silence as it is at the instant.
	 * @param silence one that is new or locked
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Silence settle(Silence silence, Instant now) {
		Silence.Settled settled = silence.settled(now);
		Silence after = settled.silence();
		this.silences.write(after);
		for (Silence.News news : settled.news()) {
			switch (news) {
				case Silence.News.Started started -> this.windows.open(after, started.window());
				case Silence.News.Ended ended -> this.windows.close(after, ended.window(), ended.by());
			}
			tell(after, news);
		}
		if (settled.news().isEmpty() && after.started() && after.window() != null) {
			this.windows.open(after, after.window()); // it may say something else now
		}
		return after;
	}

	private void tell(Silence silence, Silence.News news) {
		String what = switch (news) {
			case Silence.News.Started _ -> "started";
			case Silence.News.Ended _ -> "ended";
		};
		this.feed.append("dev.vigie.silence." + what, "silence/" + silence.name(), SilenceEvent.of(silence, news));
		log.info("Silence {} {}, from {} to {}", silence.name(), what, news.window().start(), news.window().end());
	}

}
