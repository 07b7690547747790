package dev.vigie.escalation.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.Lines;
import dev.vigie.escalation.notice.SilenceNews.Silence;
import dev.vigie.escalation.notice.SilenceNews.Turn;
import dev.vigie.shared.access.AccessProperties;

/**
 * Puts the news of a silence into words. They stand in
 * {@code messages-escalation-notices*.properties}.
 */
@Component
class SilenceText {

	private static final String HOME = "/console/silences";

	private final Phrasebook phrases = new Phrasebook("messages-escalation-notices");

	private final JsonMapper json;

	private final String page;

	private final Locale language;

	SilenceText(JsonMapper json, AccessProperties access, NoticeProperties properties) {
		this.json = json;
		this.page = access.issuer() + HOME;
		this.language = properties.language();
	}

	Words words(SilenceNews news) {
		Silence silence = news.silence();
		String turn = (news.turn() == Turn.STARTED) ? "started" : "ended";
		UUID thread = UUID
			.nameUUIDFromBytes((silence.name() + " " + silence.startsAt()).getBytes(StandardCharsets.UTF_8));
		String payload = this.json.writeValueAsString(
				new Payload("dev.vigie.silence." + turn, news.at(), new Data(silence.name(), this.page, silence)));
		return new Words(thread, say(turn + ".subject", silence.name(), silence.reason()),
				String.join("\n", lines(news.turn(), silence)) + "\n", payload);
	}

	private List<String> lines(Turn turn, Silence silence) {
		List<String> lines = new ArrayList<>();
		lines.add(Lines.joined(silence.reason()));
		lines.add("");
		switch (turn) {
			case STARTED -> lines.add(say("started", time(silence.startsAt()), time(silence.endsAt())));
			case ENDED -> {
				lines.add(say("ended", time(silence.startsAt()), time(silence.endsAt())));
				if (silence.endedBy() != null) {
					lines.add(say("ended.by", silence.endedBy()));
				}
			}
		}
		if (silence.match().isEmpty()) {
			lines.add(say("all"));
		}
		silence.match().forEach((matcher) -> lines.add("- " + Lines.joined(matcher)));
		lines.add("");
		lines.add(say((silence.team() != null) ? "author.team" : "author", silence.author(), silence.team()));
		lines.add(say("page", this.page));
		return lines;
	}

	private String time(Instant at) {
		return Phrasebook.time(at, this.language, ZoneOffset.UTC);
	}

	private String say(String key, @Nullable String... parts) {
		return this.phrases.text(this.language, "silence." + key,
				Stream.of(parts).map((part) -> Objects.requireNonNullElse(part, "")).toArray());
	}

	/**
	 * The body of a webhook, as Standard Webhooks frames it.
	 */
	private record Payload(String type, Instant timestamp, Data data) {
	}

	private record Data(String id, String url, Silence silence) {
	}

}
