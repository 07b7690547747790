package dev.vigie.escalation.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.ResourceBundleMessageSource;
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

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private final JsonMapper json;

	private final String page;

	private final Locale language;

	private final DateTimeFormatter times;

	SilenceText(JsonMapper json, AccessProperties access, NoticeProperties properties) {
		this.json = json;
		this.page = access.issuer() + HOME;
		this.language = properties.language();
		this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(this.language)
			.withZone(ZoneOffset.UTC);
		this.messages.setBasename("messages-escalation-notices");
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.messages.setAlwaysUseMessageFormat(true); // one rule for quotes in all texts
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
		return this.times.format(at) + " (UTC)";
	}

	// Whatever people wrote stays on its line.
	private String say(String key, @Nullable String... parts) {
		Object[] safe = new Object[parts.length];
		for (int i = 0; i < parts.length; i++) {
			safe[i] = (parts[i] != null) ? Lines.joined(parts[i]) : "";
		}
		return this.messages.getMessage("silence." + key, safe, this.language);
	}

	/**
	 * The body of a webhook, as Standard Webhooks frames it.
	 */
	private record Payload(String type, Instant timestamp, Data data) {
	}

	private record Data(String id, String url, Silence silence) {
	}

}
