package dev.vigie.oncall;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OnCallIntegrationTests {

	@Autowired
	private MockMvcTester http;

	private Manager manager;

	@BeforeEach
	void adaAndBob() {
		this.manager = new Manager(this.http);
		assertThat(this.manager.put("people/ada", Documents.ADA)).hasStatus(201);
		assertThat(this.manager.put("people/bob", Documents.BOB)).hasStatus(201);
	}

	@Test
	void saysWhoIsOnCall() {
		this.manager.put("schedules/main", Documents.SCHEDULE);
		String week = """
				{"schedule": "main", "at": "%s", "shifts": [{"person": "ada", "displayName": "Ada", "layer": 1,
				 "role": "primary", "cause": {"kind": "layer", "name": "layer-1"}, "start": "2026-03-02T08:00:00Z",
				 "end": "2026-03-09T08:00:00Z"}], "next": [{"person": "bob", "start": "2026-03-09T08:00:00Z"}]}""";
		assertThat(this.manager.get("schedules/main/on-call")).bodyJson()
			.isLenientlyEqualTo(week.formatted("2026-03-02T12:00:00Z"));
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-02T09:00:00+01:00")).bodyJson()
			.isLenientlyEqualTo(week.formatted("2026-03-02T08:00:00Z"));
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-02T08:59:59%2B01:00")).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("bob");
		assertThat(this.manager.get("schedules/main/on-call?at=2025-12-24T18:00:00Z")).bodyJson()
			.isLenientlyEqualTo("{\"shifts\": []}");
		assertThat(this.manager.get("schedules/absent/on-call")).hasStatus(404);
	}

	@Test
	void listsShiftsWhole() {
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.get("schedules/main/shifts?from=2026-03-08T00:00:00Z&to=2026-03-10T00:00:00Z"))
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"items": [
							 {"person": "ada", "role": "primary", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z",
							  "layer": 1, "cause": {"kind": "layer", "name": "layer-1"}},
							 {"person": "bob", "role": "primary", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z",
							  "layer": 1, "cause": {"kind": "layer", "name": "layer-1"}}],
							 "next": null}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "schedules/main/on-call?at=yesterday", "schedules/main/on-call?at=2026-03-02T09:00:00",
			"schedules/main/on-call?at=%2B1000000000-12-31T23:59:59.999999999Z", "schedules/main/shifts",
			"schedules/main/shifts?from=2026-03-02T09:00:00Z",
			"schedules/main/shifts?from=2026-03-02T09:00:00Z&to=2026-03-02T09:00:00Z",
			"schedules/main/shifts?from=2026-03-02T09:00:00Z&to=2027-03-04T09:00:00Z", "roster" })
	void refusesTimesThatMakeNoSense(String path) {
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.get(path)).hasStatus(400).bodyJson().extractingPath("errors[0].reason").isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "schedules/main/on-call?at=0001-01-01T00:00:00Z",
			"schedules/main/on-call?at=9999-12-31T23:59:59Z",
			"schedules/main/shifts?from=0001-01-01T00:00:00Z&to=0001-01-02T00:00:00Z",
			"schedules/main/gaps?from=9999-12-30T00:00:00Z&to=9999-12-31T00:00:00Z",
			"on-call-hours?from=0001-01&to=0001-01", "on-call-hours?from=9999-12&to=9999-12",
			"people/ada/notifications?at=9999-12-31T23:59:59Z", "people/ada/notifications?at=0001-01-01T00:00:00Z" })
	void saysWhichYearsItKnows(String path) {
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.get(path)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].reason")
			.isEqualTo("must lie between the years 1970 and 2200");
	}

	@Test
	void tellsWhoIsOnCallForATeamAndInARole() {
		this.manager.put("teams/backend", Documents.TEAM);
		this.manager.put("schedules/main", Documents.SCHEDULE);
		this.manager.put("schedules/ours",
				"""
						{"timeZone": "UTC", "team": "backend", "layers": [
						 {"rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["ada"]}},
						 {"role": "backup", "rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05",
						  "people": ["bob"]}}]}""");
		String at = "at=2026-03-02T12:00:00Z";
		assertThat(this.manager.get("teams/backend/on-call?" + at)).hasStatus(200).bodyJson().isLenientlyEqualTo("""
				{"team": "backend", "shifts": [{"schedule": "ours", "person": "ada", "role": "primary"},
				  {"schedule": "ours", "person": "bob", "role": "backup"}],
				 "next": [{"start": "2026-03-03T00:00:00Z"}, {"start": "2026-03-03T00:00:00Z"}]}""");
		for (String path : List.of("teams/backend/on-call?", "schedules/ours/on-call?")) {
			assertThat(this.manager.get(path + at + "&role=backup")).bodyJson()
				.extractingPath("shifts[*].person")
				.isEqualTo(List.of("bob"));
			assertThat(this.manager.get(path + at + "&role=boss")).hasStatus(400)
				.bodyJson()
				.extractingPath("errors[0].field")
				.isEqualTo("role");
		}
		assertThat(this.manager.get("people/bob/shifts?from=2026-03-02T12:00:00Z&to=2026-03-03T12:00:00Z")).bodyJson()
			.extractingPath("items[*].schedule")
			.isEqualTo(List.of("ours", "ours"));
		assertThat(this.manager.get("teams/nope/on-call")).hasStatus(404);
		assertThat(this.manager.get("people/nope/shifts?from=2026-03-02T12:00:00Z&to=2026-03-03T12:00:00Z"))
			.hasStatus(404);
	}

	@Test
	void isAskedAndToldInJsonAlone() {
		assertThat(this.http.put()
			.uri("/api/v1/schedules/main")
			.with(Manager.TOKEN)
			.contentType(MediaType.APPLICATION_YAML)
			.content("timeZone: UTC")).hasStatus(415);
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.http.get().uri("/api/v1/schedules/main").with(Manager.TOKEN).accept(MediaType.APPLICATION_YAML))
			.hasStatus(406);
	}

	@Test
	void givesTheWholeRosterAtOnce() {
		this.manager.put("teams/backend", Documents.TEAM);
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.get("roster?from=2026-03-02T12:00:00Z&to=2026-03-09T08:00:01Z")).hasStatus(200)
			.bodyJson()
			.isStrictlyEqualTo(
					"""
							{"people": [
							  {"name": "ada", "displayName": "Ada", "language": "fr", "timeZone": "Europe/Paris",
							   "contactMethods": [{"type": "email", "address": "ada@example.org"}]},
							  {"name": "bob", "displayName": "Bob", "language": "en", "timeZone": null,
							   "contactMethods": [{"type": "email", "address": "bob@example.org"}]}],
							 "teams": [{"name": "backend", "displayName": "Backend", "fallback": "bob",
							  "members": [{"person": "ada", "position": "tech-lead"}, {"person": "bob", "position": null}]}],
							 "schedules": [{"name": "main", "timeZone": "Europe/Paris", "team": null, "handOver": null, "shifts": [
							  {"person": "ada", "role": "primary", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z"},
							  {"person": "bob", "role": "primary", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z"}]}]}""");
	}

}
