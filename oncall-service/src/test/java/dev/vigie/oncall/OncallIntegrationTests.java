package dev.vigie.oncall;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OncallIntegrationTests {

	private static final String ADA = """
			{"displayName": "Ada", "language": "fr", "timeZone": "Europe/Paris",
			 "contactMethods": [{"type": "email", "address": "ada@example.org"}]}""";

	private static final String BOB = """
			{"displayName": "Bob", "contactMethods": [{"type": "email", "address": "bob@example.org"}]}""";

	private static final String TEAM = """
			{"displayName": "Backend", "members": [{"person": "ada", "position": "tech-lead"}, {"person": "bob"}],
			 "fallback": "bob"}""";

	private static final String SCHEDULE = """
			{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "weekly",
			 "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05", "people": ["ada", "bob"]}}]}""";

	@Autowired
	private MockMvcTester http;

	@BeforeEach
	void adaAndBob() {
		assertThat(put("people/ada", ADA)).hasStatus(201);
		assertThat(put("people/bob", BOB)).hasStatus(201);
	}

	@Test
	void createsADocumentOnceAndLeavesItUnchangedAfterwards() {
		assertThat(put("teams/backend", TEAM)).hasStatus(201)
			.hasHeader("Location", "/api/v1/teams/backend")
			.hasHeader("ETag", "\"0\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"action\": \"CREATED\", \"version\": 0, \"after\": %s}".formatted(TEAM));
		assertThat(put("teams/backend", TEAM)).hasStatus(200)
			.hasHeader("ETag", "\"0\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"action\": \"UNCHANGED\", \"version\": 0}");
		assertThat(put("teams/backend", TEAM.replace("Backend", "Back end"))).hasStatus(200)
			.hasHeader("ETag", "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo("""
					{"action": "UPDATED", "version": 1, "before": {"displayName": "Backend"},
					 "after": {"displayName": "Back end"}}""");
		assertThat(get("teams/backend")).hasStatus(200)
			.hasHeader("ETag", "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"name\": \"backend\", \"version\": 1, \"spec\": {\"displayName\": \"Back end\"}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					people/bob     | {"displayName": "Bob", "language": "en", "contactMethods": [{"type": "EMAIL", "address": "bob@example.org"}]}
					schedules/main | {"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "WEEKLY", "every": 1, "until": null, "handoff": {"time": "09:00", "day": "Monday"}, "start": "2026-01-05", "people": ["ada", "bob"]}}]}
					""")
	void takesDefaultsAndSpellingsForTheSame(String document, String spec) {
		put("schedules/main", SCHEDULE);
		assertThat(put(document, spec)).bodyJson().extractingPath("action").isEqualTo("UNCHANGED");
	}

	@Test
	void appliesWhatItAnswersWithoutChange() {
		put("schedules/main", SCHEDULE);
		assertThat(get("schedules/main")).bodyJson().isStrictlyEqualTo("""
				{"name": "main", "version": 0, "spec": {"timeZone": "Europe/Paris", "layers": [{"rotation":
				 {"type": "weekly", "every": 1, "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05",
				  "people": ["ada", "bob"]}}]}}""");
	}

	@Test
	void refusesReferencesToNobodyAndNamesTheField() {
		assertThat(put("schedules/main", SCHEDULE.replace("\"bob\"", "\"eve\""))).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"type": "/problems/invalid", "errors":
					 [{"field": "layers[0].rotation.people[1]", "reason": "there is no person named eve"}]}""");
		assertThat(put("teams/backend", TEAM.replace("\"bob\"", "\"eve\""))).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of("members[1].person", "fallback"));
		assertThat(get("teams/backend")).hasStatus(404);
	}

	@Test
	void previewsWithoutLookingForReferencesAndWithoutWriting() {
		assertThat(put("teams/backend?dryRun=true", TEAM.replace("\"bob\"", "\"eve\""))).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"action": "CREATED", "references": [{"field": "members[0].person", "kind": "Person", "name": "ada"},
							 {"field": "members[1].person", "kind": "Person", "name": "eve"},
							 {"field": "fallback", "kind": "Person", "name": "eve"}]}""");
		assertThat(get("teams/backend")).hasStatus(404);
	}

	@Test
	void doesNotOverwriteWhatTheCallerHasNotSeen() {
		assertThat(this.http.put()
			.uri("/api/v1/people/ada")
			.with(manager())
			.header("If-Match", "\"7\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(ADA)).hasStatus(412);
		assertThat(this.http.delete().uri("/api/v1/people/ada").with(manager()).header("If-Match", "\"7\""))
			.hasStatus(412);
	}

	@Test
	void deletesOnlyWhoIsNotNeeded() {
		put("teams/backend", TEAM);
		put("schedules/main", SCHEDULE);
		assertThat(delete("people/bob")).hasStatus(409).bodyJson().isLenientlyEqualTo("""
				{"type": "/problems/in-use", "detail": "Person bob is used by Schedule main, Team backend"}""");
		assertThat(delete("teams/backend")).hasStatus(204);
		assertThat(delete("schedules/main")).hasStatus(204);
		assertThat(delete("people/bob")).hasStatus(204);
		assertThat(delete("people/bob")).hasStatus(204);
		assertThat(get("people/bob")).hasStatus(404);
	}

	@Test
	void listsInPieces() {
		assertThat(get("people?limit=1")).bodyJson()
			.isLenientlyEqualTo("{\"items\": [{\"name\": \"ada\"}], \"next\": \"ada\"}");
		assertThat(get("people?limit=1&after=ada")).bodyJson()
			.isLenientlyEqualTo("{\"items\": [{\"name\": \"bob\"}], \"next\": null}");
		assertThat(get("people?limit=0")).hasStatus(400);
	}

	@Test
	void tellsEveryChangeInTheFeed() {
		put("people/ada", ADA);
		put("people/ada", ADA.replace("Ada", "Ada L."));
		delete("people/bob");
		assertThat(this.http.get().uri("/feed?lastEventId=0").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.isLenientlyEqualTo("""
					[{"subject": "Person/ada", "type": "dev.vigie.roster.changed", "data": {"action": "created"}},
					 {"subject": "Person/bob", "data": {"kind": "Person", "name": "bob", "action": "created"}},
					 {"subject": "Person/ada", "data": {"action": "updated"}},
					 {"subject": "Person/bob", "data": {"action": "deleted"}}]""");
	}

	@Test
	void saysWhoIsOnCall() {
		put("schedules/main", SCHEDULE);
		String week = """
				{"schedule": "main", "at": "%s", "shifts": [{"person": "ada", "displayName": "Ada", "layer": 1,
				 "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z"}]}""";
		assertThat(get("schedules/main/on-call")).bodyJson().isStrictlyEqualTo(week.formatted("2026-03-02T12:00:00Z"));
		assertThat(get("schedules/main/on-call?at=2026-03-02T09:00:00+01:00")).bodyJson()
			.isStrictlyEqualTo(week.formatted("2026-03-02T08:00:00Z"));
		assertThat(get("schedules/main/on-call?at=2026-03-02T08:59:59%2B01:00")).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("bob");
		assertThat(get("schedules/main/on-call?at=2025-12-24T18:00:00Z")).bodyJson()
			.isLenientlyEqualTo("{\"shifts\": []}");
		assertThat(get("schedules/absent/on-call")).hasStatus(404);
	}

	@Test
	void listsShiftsWhole() {
		put("schedules/main", SCHEDULE);
		assertThat(get("schedules/main/shifts?from=2026-03-08T00:00:00Z&to=2026-03-10T00:00:00Z")).bodyJson()
			.isStrictlyEqualTo("""
					{"items": [
					 {"person": "ada", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z", "layer": 1},
					 {"person": "bob", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z", "layer": 1}],
					 "next": null}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "schedules/main/on-call?at=yesterday", "schedules/main/on-call?at=2026-03-02T09:00:00",
			"schedules/main/on-call?at=%2B1000000000-12-31T23:59:59.999999999Z", "schedules/main/shifts",
			"schedules/main/shifts?from=2026-03-02T09:00:00Z",
			"schedules/main/shifts?from=2026-03-02T09:00:00Z&to=2026-03-02T09:00:00Z",
			"schedules/main/shifts?from=2026-03-02T09:00:00Z&to=2027-03-04T09:00:00Z", "roster" })
	void refusesTimesThatMakeNoSense(String path) {
		put("schedules/main", SCHEDULE);
		assertThat(get(path)).hasStatus(400).bodyJson().extractingPath("errors[0].reason").isNotEmpty();
	}

	@Test
	void givesTheWholeRosterAtOnce() {
		put("teams/backend", TEAM);
		put("schedules/main", SCHEDULE);
		assertThat(get("roster?from=2026-03-02T12:00:00Z&to=2026-03-09T08:00:01Z")).hasStatus(200)
			.bodyJson()
			.isStrictlyEqualTo("""
					{"people": [
					  {"name": "ada", "displayName": "Ada", "language": "fr", "timeZone": "Europe/Paris",
					   "contactMethods": [{"type": "email", "address": "ada@example.org"}]},
					  {"name": "bob", "displayName": "Bob", "language": "en", "timeZone": null,
					   "contactMethods": [{"type": "email", "address": "bob@example.org"}]}],
					 "teams": [{"name": "backend", "displayName": "Backend", "fallback": "bob",
					  "members": [{"person": "ada", "position": "tech-lead"}, {"person": "bob", "position": null}]}],
					 "schedules": [{"name": "main", "timeZone": "Europe/Paris", "shifts": [
					  {"person": "ada", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z"},
					  {"person": "bob", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z"}]}]}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					people/eve     | {"contactMethods": [{"type": "email", "address": "eve@example.org"}]} | displayName
					people/eve     | {"displayName": "Eve", "contactMethods": []} | contactMethods
					people/eve     | {"displayName": "Eve", "contactMethods": [null]} | contactMethods[0]
					people/eve     | {"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve"}]} | contactMethods[0].address
					people/eve     | {"displayName": "Eve", "contactMethods": [{"type": "pigeon", "address": "eve@example.org"}]} | contactMethods[0].type
					people/eve     | {"displayName": "Eve", "language": "de", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | language
					people/eve     | {"displayName": "Eve", "timeZone": "+02:00", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | timeZone
					people/eve     | {"displayName": "Eve", "nick": "e", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | nick
					people/Eve     | {"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | name
					teams/ops      | {"displayName": "Ops", "members": [{"position": "cto"}]} | members[0].person
					teams/ops      | {"displayName": "Ops", "members": [{"person": "ada", "position": "Chief"}]} | members[0].position
					schedules/main | {"timeZone": "Mars/Olympus", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | timeZone
					schedules/main | {"timeZone": "UTC", "layers": []} | layers
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}, {"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "hourly", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.type
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "every": 0, "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.every
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "24:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.time
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.day
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "weekly", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.day
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "weekly", "handoff": {"time": "09:00", "day": "lundi"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.day
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "tomorrow", "people": ["ada"]}}]} | layers[0].rotation.start
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "+999999999-01-01", "people": ["ada"]}}]} | layers[0].rotation.start
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "until": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.until
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": []}}]} | layers[0].rotation.people
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada", null]}}]} | layers[0].rotation.people[1]
					schedules/main | {"timeZone": "UTC", "layers": [{}]} | layers[0].rotation
					""")
	void refusesWhatCannotBeAndNamesTheField(String document, String spec, String field) {
		MvcTestResult result = put(document + "?dryRun=true", spec);
		assertThat(result).hasStatus(400)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
		assertThat(result).bodyText().doesNotContain("dev.vigie.oncall").doesNotContain("java.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "people/eve", "teams/ops", "schedules/main" })
	void letsOnlyWritersWrite(String document) {
		assertThat(this.http.put().uri("/api/v1/" + document)).hasStatus(401);
		assertThat(this.http.delete().uri("/api/v1/" + document)).hasStatus(401);
		assertThat(this.http.put().uri("/api/v1/" + document).with(Tokens.by("eve", "schedules:read"))).hasStatus(403);
		assertThat(this.http.delete().uri("/api/v1/" + document).with(Tokens.by("eve", "schedules:read")))
			.hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/" + document).with(Tokens.by("eve", "alerts:read"))).hasStatus(403);
	}

	private MvcTestResult put(String path, String spec) {
		return this.http.put()
			.uri("/api/v1/" + path)
			.with(manager())
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(URI.create("/api/v1/" + path)).with(manager()).exchange();
	}

	private MvcTestResult delete(String path) {
		return this.http.delete().uri("/api/v1/" + path).with(manager()).exchange();
	}

	private static RequestPostProcessor manager() {
		return Tokens.by("grace", "schedules:read", "schedules:write");
	}

}
