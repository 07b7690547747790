package dev.vigie.oncall;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class DocumentsIntegrationTests {

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
	void createsADocumentOnceAndLeavesItUnchangedAfterwards() {
		assertThat(this.manager.put("teams/backend", Documents.TEAM)).hasStatus(201)
			.hasHeader("Location", "/api/v1/teams/backend")
			.hasHeader("ETag", "\"0\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"action\": \"CREATED\", \"version\": 0, \"after\": %s}".formatted(Documents.TEAM));
		assertThat(this.manager.put("teams/backend", Documents.TEAM)).hasStatus(200)
			.hasHeader("ETag", "\"0\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"action\": \"UNCHANGED\", \"version\": 0}");
		assertThat(this.manager.put("teams/backend", Documents.TEAM.replace("Backend", "Back end"))).hasStatus(200)
			.hasHeader("ETag", "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo("""
					{"action": "UPDATED", "version": 1, "before": {"displayName": "Backend"},
					 "after": {"displayName": "Back end"}}""");
		assertThat(this.manager.get("teams/backend")).hasStatus(200)
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
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.put(document, spec)).bodyJson().extractingPath("action").isEqualTo("UNCHANGED");
	}

	@Test
	void appliesWhatItAnswersWithoutChange() {
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.get("schedules/main")).bodyJson().isStrictlyEqualTo("""
				{"name": "main", "version": 0, "spec": {"timeZone": "Europe/Paris", "layers": [{"rotation":
				 {"type": "weekly", "every": 1, "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05",
				  "people": ["ada", "bob"]}}]}}""");
	}

	@Test
	void refusesReferencesToNobodyAndNamesTheField() {
		assertThat(this.manager.put("schedules/main", Documents.SCHEDULE.replace("\"bob\"", "\"eve\""))).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"type": "/problems/invalid", "errors":
					 [{"field": "layers[0].rotation.people[1]", "reason": "there is no Person eve"}]}""");
		assertThat(this.manager.put("teams/backend", Documents.TEAM.replace("\"bob\"", "\"eve\""))).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of("members[1].person", "fallback"));
		assertThat(this.manager.get("teams/backend")).hasStatus(404);
	}

	@Test
	void previewsWithoutLookingForReferencesAndWithoutWriting() {
		assertThat(this.manager.put("teams/backend?dryRun=true", Documents.TEAM.replace("\"bob\"", "\"eve\"")))
			.hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"action": "CREATED", "references": [{"field": "members[0].person", "kind": "Person", "name": "ada"},
							 {"field": "members[1].person", "kind": "Person", "name": "eve"},
							 {"field": "fallback", "kind": "Person", "name": "eve"}]}""");
		assertThat(this.manager.get("teams/backend")).hasStatus(404);
	}

	@Test
	void doesNotOverwriteWhatTheCallerHasNotSeen() {
		assertThat(this.http.put()
			.uri("/api/v1/people/ada")
			.with(Manager.TOKEN)
			.header("If-Match", "\"7\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(Documents.ADA)).hasStatus(412);
		assertThat(this.http.delete().uri("/api/v1/people/ada").with(Manager.TOKEN).header("If-Match", "\"7\""))
			.hasStatus(412);
	}

	@Test
	void deletesOnlyWhoIsNotNeeded() {
		this.manager.put("teams/backend", Documents.TEAM);
		this.manager.put("schedules/main", Documents.SCHEDULE);
		assertThat(this.manager.delete("people/bob")).hasStatus(409).bodyJson().isLenientlyEqualTo("""
				{"type": "/problems/in-use", "detail": "Person bob is used by Schedule main, Team backend"}""");
		assertThat(this.manager.delete("teams/backend")).hasStatus(204);
		assertThat(this.manager.delete("schedules/main")).hasStatus(204);
		assertThat(this.manager.delete("people/bob")).hasStatus(204);
		assertThat(this.manager.delete("people/bob")).hasStatus(204);
		assertThat(this.manager.get("people/bob")).hasStatus(404);
	}

	@Test
	void keepsTheTeamThatAScheduleIsFor() {
		this.manager.put("teams/backend", Documents.TEAM);
		assertThat(this.manager.put("schedules/main",
				Documents.SCHEDULE.replace("\"layers\"",
						"\"team\": \"backend\", \"handOver\": {\"takeOverWithin\": \"15M\"}, \"layers\"")))
			.hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo("{\"after\": {\"team\": \"backend\", \"handOver\": {\"takeOverWithin\": \"15m\"}}}");
		assertThat(this.manager.delete("teams/backend")).hasStatus(409);
	}

	@Test
	void listsInPieces() {
		assertThat(this.manager.get("people?limit=1")).bodyJson()
			.isLenientlyEqualTo("{\"items\": [{\"name\": \"ada\"}], \"next\": \"ada\"}");
		assertThat(this.manager.get("people?limit=1&after=ada")).bodyJson()
			.isLenientlyEqualTo("{\"items\": [{\"name\": \"bob\"}], \"next\": null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "people?limit=0", "people?limit=501", "people?limit=many", "people?after=%00",
			"people?after=Ada!" })
	void refusesToListWhatMakesNoSense(String path) {
		assertThat(this.manager.get(path)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].field")
			.isIn("limit", "after");
	}

	@ParameterizedTest
	@ValueSource(strings = { "people/%00", "people/%F0%9F%92%A9", "schedules/%00/on-call", "schedules/A/shifts" })
	void findsNothingUnderANameThatCannotBe(String path) {
		assertThat(this.manager.get(path).getResponse().getStatus()).isIn(400, 404);
	}

	@Test
	void tellsEveryChangeInTheFeed() {
		this.manager.put("people/ada", Documents.ADA);
		this.manager.put("people/ada", Documents.ADA.replace("Ada", "Ada L."));
		this.manager.delete("people/bob");
		assertThat(this.http.get().uri("/feed?lastEventId=0").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.isLenientlyEqualTo("""
					[{"subject": "Person/ada", "type": "dev.vigie.roster.changed", "data": {"action": "created"}},
					 {"subject": "Person/bob", "data": {"kind": "Person", "name": "bob", "action": "created"}},
					 {"subject": "Person/ada", "data": {"action": "updated"}},
					 {"subject": "Person/bob", "data": {"action": "deleted"}}]""");
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

}
