package dev.vigie.escalation.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A silence begins or is over.
 *
 * @param event what this news and no other is called
 * @param at when it happened
 * @param channels who wants to know
 */
public record SilenceNews(String event, Turn turn, Instant at, Silence silence, List<String> channels) {

	public SilenceNews {
		channels = List.copyOf(channels);
	}

	/**
	 * Which of the two.
	 */
	public enum Turn {

		STARTED, ENDED

	}

	/**
	 * The silence and its window.
	 *
	 * @param match which alerts it mutes, in words; none if all
	 * @param endsAt when it ends, or has ended
	 * @param endedBy who ended it early
	 */
	public record Silence(String name, String reason, String author, @Nullable String team, List<String> match,
			Instant startsAt, Instant endsAt, @Nullable String endedBy) {

		public Silence {
			match = List.copyOf(match);
		}

	}

}
