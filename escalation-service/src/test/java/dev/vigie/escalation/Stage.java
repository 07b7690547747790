package dev.vigie.escalation;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.escalation.roster.Roster;
import dev.vigie.testsupport.Tokens;

/**
 * People, and what they ask, for tests of what goes on around an incident: Ada reads
 * English, Grace French in Paris at two mailboxes, and Linus no mail.
 */
@Component
public class Stage {

	private static final String ROSTER = """
			{"people": [
			  {"name": "ada", "displayName": "Ada", "language": "en",
			   "contactMethods": [{"type": "email", "address": "ada@example.org"}]},
			  {"name": "grace", "displayName": "Grace", "language": "fr", "timeZone": "Europe/Paris",
			   "contactMethods": [{"type": "email", "address": "grace@example.org"},
			     {"type": "email", "address": "grace@home.example"}]},
			  {"name": "linus", "displayName": "Linus", "contactMethods": []}],
			 "teams": [], "schedules": []}
			""";

	private final Neighbourhood neighbourhood;

	private final FakeNeighbours neighbours;

	private final Roster roster;

	private final MockMvcTester http;

	Stage(Neighbourhood neighbourhood, FakeNeighbours neighbours, Roster roster, MockMvcTester http) {
		this.neighbourhood = neighbourhood;
		this.neighbours = neighbours;
		this.roster = roster;
		this.http = http;
	}

	public void set() {
		this.neighbourhood.reset();
		this.neighbours.roster(ROSTER);
		this.roster.refresh();
	}

	public MvcTestResult get(String path) {
		return this.http.get().uri("/api/v1" + path).with(Tokens.by("ada", "incidents:read", "config:read")).exchange();
	}

	public MvcTestResult post(String person, String path, String body) {
		return this.http.post()
			.uri("/api/v1" + path)
			.with(Tokens.by(person, "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	public MvcTestResult delete(String person, String path) {
		return this.http.delete().uri("/api/v1" + path).with(Tokens.by(person, "incidents:write")).exchange();
	}

	public MvcTestResult put(String path, String spec) {
		return this.http.put()
			.uri("/api/v1" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	/**
	 * The timeline of an incident in a language.
	 */
	public List<String> timeline(long number, String language) {
		byte[] answer = this.http.get()
			.uri("/api/v1/incidents/" + number + "/timeline")
			.header("Accept-Language", language)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		JsonNode items = JsonMapper.shared().readTree(answer).get("items");
		return items.valueStream().map((line) -> line.get("text").asString()).toList();
	}

}
