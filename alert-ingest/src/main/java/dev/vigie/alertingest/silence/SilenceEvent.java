package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.matcher.LabelMatcher;

/**
 * What the feed says of the start or the end of a silence.
 */
record SilenceEvent(SilencePart silence) {

	static SilenceEvent of(Silence silence, Silence.News news) {
		SilenceSpec spec = silence.spec();
		String by = (news instanceof Silence.News.Ended ended) ? ended.by() : null;
		return new SilenceEvent(new SilencePart(silence.name(), spec.reason(), silence.author(), spec.matchers(),
				news.window().start(), news.window().end(), by, spec.team(), spec.channels()));
	}

	/**
	 * The silence and its window.
	 *
	 * @param endsAt when it ends, or has ended
	 * @param endedBy who ended it early
	 * @param announce the channels to tell
	 */
	record SilencePart(String name, String reason, String author, List<LabelMatcher> match, Instant startsAt,
			Instant endsAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String endedBy, @Nullable String team,
			List<String> announce) {
	}

}
