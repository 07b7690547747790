package dev.vigie.oncall.calendar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.calendar.CopyReading.Status;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.time.Delay;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RefreshingIntegrationTests {

	private static final String GOOD = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:ada\nDTSTART:20260303T060000Z\n"
			+ "DURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";

	@Autowired
	private Editing editing;

	@Autowired
	private CalendarKind calendars;

	@Autowired
	private CopyKeeping keeping;

	@Autowired
	private CopyReading reading;

	@Autowired
	private SettableClock clock;

	private final List<@Nullable String> asked = new ArrayList<>();

	private HttpServer server;

	private String body = GOOD;

	private int status = 200;

	private Refreshing refreshing;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		CalendarProperties properties = new CalendarProperties(true, Duration.ofSeconds(5), DataSize.ofMegabytes(1));
		this.refreshing = new Refreshing(
				new Downloads(new CalendarConfiguration().calendarClient(properties), properties), this.keeping,
				this.clock);
		save("/a.ics");
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private void save(String path) {
		String url = "http://127.0.0.1:" + this.server.getAddress().getPort() + path;
		this.editing.apply(this.calendars, new Edit<>("team",
				new CalendarSpec(null, url, As.LAYER, null, null, null, null, null, new Delay("10m")), null));
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.asked.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
			exchange.getResponseHeaders().set("ETag", "\"7\"");
			byte[] bytes = (this.status == 304) ? new byte[0] : this.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Test
	void fetchesWhenTheTimeHasComeAndAsksWithTheEntityTag() {
		assertThat(runDue()).isTrue();
		assertThat(runDue()).isFalse();
		this.clock.advance(Duration.ofMinutes(9));
		assertThat(runDue()).isFalse();
		this.clock.advance(Duration.ofMinutes(1));
		this.status = 304;
		assertThat(runDue()).isTrue();
		assertThat(this.asked).containsExactly(null, "\"7\"");
		Status status = this.reading.status("team");
		assertThat(status.changedAt()).isEqualTo(SettableClock.START);
		assertThat(status.readAt()).isEqualTo(SettableClock.START.plus(Duration.ofMinutes(10)));
		assertThat(status.nextAt()).isEqualTo(SettableClock.START.plus(Duration.ofMinutes(20)));
	}

	@Test
	void keepsTheLastGoodCopyWithAWarningWhenItsServerFailsOrAnswersNonsense() {
		runDue();
		this.clock.advance(Duration.ofMinutes(10));
		this.status = 500;
		runDue();
		assertThat(this.reading.status("team").warnings())
			.containsExactly("There is no newer copy since 2026-03-02T12:10:00Z: Its server answered 500");
		this.clock.advance(Duration.ofMinutes(10));
		this.status = 200;
		this.body = GOOD.replace("END:VCALENDAR\n", "");
		runDue();
		assertThat(this.reading.status("team").warnings()).singleElement()
			.asString()
			.startsWith("There is no newer copy since 2026-03-02T12:10:00Z: The text ends inside a calendar");
		assertThat(this.reading.status("team").events()).isEqualTo(1);
		this.clock.advance(Duration.ofMinutes(10));
		this.body = GOOD;
		runDue();
		assertThat(this.reading.status("team").warnings()).isEmpty();
	}

	@Test
	void fetchesANewAddressAtOnceAndWithoutTheOldEntityTag() {
		runDue();
		save("/b.ics");
		assertThat(this.reading.status("team").events()).as("until then the old copy").isEqualTo(1);
		assertThat(runDue()).isTrue();
		assertThat(this.asked).containsExactly(null, null);
	}

	@Test
	void isFetchedByOneReplicaAtATime() {
		assertThat(this.refreshing.claim()).isPresent();
		assertThat(this.refreshing.claim()).isEmpty();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.refreshing.claim()).as("who took it died").isPresent();
	}

	private boolean runDue() {
		return this.refreshing.claim().map((due) -> {
			this.refreshing.fetch(due);
			return true;
		}).orElse(false);
	}

}
