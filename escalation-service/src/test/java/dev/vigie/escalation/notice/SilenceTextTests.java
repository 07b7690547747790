package dev.vigie.escalation.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.escalation.notice.SilenceNews.Silence;
import dev.vigie.escalation.notice.SilenceNews.Turn;
import dev.vigie.shared.access.AccessProperties;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTextTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@Test
	void speaksFrench() {
		Words words = in(Locale.FRENCH).words(news(Turn.ENDED, "disques neufs", List.of("instance = db1")));
		assertThat(words.subject()).isEqualTo("Le silence db-upgrade est terminé : disques neufs");
		assertThat(words.text()).contains("Du 2 mars 2026", "- instance = db1", "Écrit par ada, pour l'équipe platform",
				"https://vigie.example/console/silences");
	}

	@Test
	void saysWhenItIsEverything() {
		assertThat(in(Locale.ENGLISH).words(news(Turn.STARTED, "moving", List.of())).text()).contains("- all alerts");
	}

	@Test
	void keepsWhatPeopleWroteOnItsLine() {
		Words words = in(Locale.ENGLISH)
			.words(news(Turn.STARTED, "new {0} 'disks'\r\nBcc: mallory@example.org", List.of("a = b\n\nc")));
		assertThat(words.subject()).isEqualTo("Silence db-upgrade has begun: new {0} 'disks' Bcc: mallory@example.org");
		assertThat(words.text()).contains("\n- a = b c\n");
	}

	private static SilenceText in(Locale language) {
		return new SilenceText(JsonMapper.shared(),
				new AccessProperties("https://vigie.example", URI.create("http://gateway"), "client", "secret"),
				new NoticeProperties(language));
	}

	private static SilenceNews news(Turn turn, String reason, List<String> match) {
		return new SilenceNews("event", turn, NOON,
				new Silence("db-upgrade", reason, "ada", "platform", match, NOON, NOON.plusSeconds(7200), null),
				List.of("ops"));
	}

}
