package dev.vigie.alertingest.alert;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What mutes is written here as another replica writes it: past this one's memory.
 */
@IntegrationTest
class MutingEditionIntegrationTests {

	private static final String START = "2026-03-02T11:59:00Z";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
	}

	@Test
	void makesASilenceHoldForTheVeryNextAlertAndNoLonger() {
		put("silences/noise", """
				{"reason": "noise", "startsAt": "2026-03-02T13:00:00Z", "endsAt": "2026-03-02T14:00:00Z",
				 "match": [{"label": "instance", "matches": ".*-noisy"}]}""");
		this.sender.tells(0, Told.firing("a-noisy", START));
		assertThat(this.sender.news()).containsExactly("alert.fired");
		this.jdbc.sql("update silence set window_start = '2026-03-02T11:00:00Z'").update();
		this.sender.tells(0, Told.firing("b-noisy", START));
		assertThat(this.sender.news()).hasSize(1);
		this.jdbc.sql("delete from silence").update();
		this.sender.tells(0, Told.firing("c-noisy", START));
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired");
	}

	@Test
	void staysTheSameWhenAHeartbeatBeats() {
		put("heartbeats/watchdog", """
				{"integration": "prod", "interval": "5m", "grace": "1m",
				 "match": [{"label": "instance", "equals": "watchdog"}]}""");
		Optional<UUID> edition = edition();
		this.sender.tells(0, Told.firing("watchdog", START));
		assertThat(this.jdbc.sql("select last_beat_at is not null from heartbeat").query(Boolean.class).single())
			.isTrue();
		assertThat(edition()).isPresent().isEqualTo(edition);
		this.jdbc.sql("update heartbeat set matching = false").update();
		assertThat(edition()).isPresent().isNotEqualTo(edition);
	}

	private Optional<UUID> edition() {
		return this.jdbc.sql("select edition from muting_edition").query(UUID.class).optional();
	}

	private void put(String path, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/" + path)
			.with(Tokens.by("ada", "silences:write", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)).hasStatus2xxSuccessful();
	}

}
