package dev.vigie.escalation.paging;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.escalation.Alerts;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Configures an organisation and lets alerts fire, as users and senders do.
 */
@Component
class Firing {

	static final String ROSTER = """
			{"people": [
			  {"name": "ada", "displayName": "Ada", "language": "fr", "timeZone": "Europe/Paris",
			   "contactMethods": [{"type": "email", "address": "ada@example.org"},
			     {"type": "email", "address": "ada@home.example.org"}]},
			  {"name": "grace", "displayName": "Grace", "language": "en", "timeZone": null,
			   "contactMethods": [{"type": "email", "address": "grace@example.org"}]},
			  {"name": "linus", "displayName": "Linus", "language": "en",
			   "contactMethods": [{"type": "email", "address": "linus@example.org"}]}],
			 "teams": [{"name": "rewapp", "displayName": "Rewapp",
			   "members": [{"person": "ada", "position": null}, {"person": "grace", "position": "tech-lead"}],
			   "fallback": "linus"}],
			 "schedules": [
			  {"name": "primary", "timeZone": "Europe/Paris",
			   "shifts": [{"person": "ada", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z"}]},
			  {"name": "nobody", "timeZone": "Europe/Paris", "shifts": []}]}
			""";

	private final MockMvcTester http;

	private final Alerts alerts;

	private final JsonMapper json;

	Firing(MockMvcTester http, Alerts alerts, JsonMapper json) {
		this.http = http;
		this.alerts = alerts;
		this.json = json;
	}

	long fires(String name) {
		return this.alerts.fires(name, "Disk full on " + name);
	}

	long fires(String name, String summary) {
		return this.alerts.fires(name, summary);
	}

	/**
	 * One route for everything, severity P1, with these steps.
	 */
	void policy(String steps) {
		put("severity-rules/all", "{\"rules\": [], \"default\": \"P1\"}");
		put("escalation-policies/all", "{\"severities\": {\"P1\": {\"steps\": " + steps + "}}}");
		put("routes/all", """
				{"order": 1, "match": "true", "team": "rewapp", "severityRules": "all", "escalationPolicy": "all"}
				""");
	}

	void put(String path, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/" + path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec.getBytes(StandardCharsets.UTF_8))
			.with(Tokens.by("ada", "config:write"))).hasStatus2xxSuccessful();
	}

	void joins(String group, String name) {
		this.alerts.joins(group, name);
	}

	void resolves(String name) {
		this.alerts.resolves(name);
	}

	void acknowledge(long number) {
		say(number, "acknowledge");
	}

	void say(long number, String command) {
		assertThat(this.http.post()
			.uri("/api/v1/incidents/" + number + "/" + command)
			.with(Tokens.by("ada", "incidents:write"))).hasStatus(200);
	}

	/**
	 * The codes on the timeline of an incident, in order.
	 */
	List<String> timeline(long number) {
		return this.json.readTree(get("/api/v1/incidents/" + number + "/timeline"))
			.get("items")
			.valueStream()
			.map((line) -> line.get("code").asString())
			.toList();
	}

	String get(String path) {
		try {
			return this.http.get()
				.uri(path)
				.with(Tokens.by("ada", "incidents:read"))
				.exchange()
				.getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
