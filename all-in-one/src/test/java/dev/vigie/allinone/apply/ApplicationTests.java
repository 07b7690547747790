package dev.vigie.allinone.apply;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.allinone.api.VigieApi;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A schedule with a layer of a calendar, on a server that answers as oncall-service does.
 */
class ApplicationTests {

	private static final Map<String, String> ANSWERS = Map.of("/api/v1/schedules/main", """
			{"action": "CREATED", "version": 0, "after": {},
			 "references": [{"field": "layers[0].calendar", "kind": "Calendar", "name": "team", "as": "layer"}]}""",
			"/api/v1/calendars/team", """
					{"action": "CREATED", "version": 0, "name": "team", "spec": {"as": "absences"}, "after": {},
					 "references": []}""");

	private static final String SCHEDULE = """
			apiVersion: vigie/v1
			kind: Schedule
			metadata: {name: main}
			spec:
			  timeZone: UTC
			  layers:
			    - calendar: team
			""";

	private static final String CALENDAR = """
			---
			apiVersion: vigie/v1
			kind: Calendar
			metadata: {name: team}
			spec: {as: %s}
			""";

	private final StringWriter said = new StringWriter();

	private HttpServer server;

	@BeforeEach
	void serverThatHasACalendarOfAbsences() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
		this.server.createContext("/", ApplicationTests::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void aLayerOfACalendarOfAnotherKindIsFoundBeforeAnythingIsChanged() {
		assertThat(dryRun(SCHEDULE)).isFalse();
		assertThat(this.said.toString())
			.contains("spec.layers[0].calendar: must be a Calendar that says as: layer; team says as: absences");
		assertThat(dryRun(SCHEDULE + CALENDAR.formatted("overrides"))).isFalse();
		assertThat(this.said.toString()).contains("team says as: overrides");
	}

	@Test
	void whatACalendarIsToBecomeCounts() {
		assertThat(dryRun(SCHEDULE + CALENDAR.formatted("layer"))).as(this.said::toString).isTrue();
	}

	private boolean dryRun(String documents) {
		VigieApi api = new VigieApi("http://127.0.0.1:" + this.server.getAddress().getPort(), "token");
		return new Application(api, new PrintWriter(this.said, true)).apply(List.of(new Source("all.yaml", documents)),
				true, false);
	}

	private static void answer(HttpExchange call) throws IOException {
		byte[] body = ANSWERS.getOrDefault(call.getRequestURI().getPath(), "{}").getBytes(StandardCharsets.UTF_8);
		call.getRequestBody().readAllBytes();
		call.sendResponseHeaders(200, body.length);
		call.getResponseBody().write(body);
		call.close();
	}

}
