package dev.vigie.escalation.document;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class DocumentsIntegrationTests {

	static final String RULES = """
			{"rules": [{"when": "labels.severity == \\"critical\\"", "severity": "p1", "reason": "critical"}],
			 "default": "P3"}""";

	static final String POLICY = """
			{"severities": {"P1": {"steps": [{"after": "0m", "notify": [{"onCall": "primary"}]},
			   {"after": "1h30m", "notify": [{"team": "ops", "position": "cto"}, {"person": "ada"}]}],
			   "repeat": {"times": 2, "after": "30m"}}, "P5": {"steps": []}}}""";

	static final String ROUTE = """
			{"order": 10, "severityRules": "default", "escalationPolicy": "default"}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void keepsEachVersionOfADocument() {
		MvcTestResult created = put("severity-rules/default", RULES);
		assertThat(created).hasStatus(201)
			.hasHeader("Location", "/api/v1/severity-rules/default")
			.hasHeader("ETag", "\"1\"");
		assertThat(created).bodyJson().extractingPath("$.action").isEqualTo("CREATED");
		assertThat(put("severity-rules/default", RULES)).hasStatus(200)
			.bodyJson()
			.extractingPath("$.action")
			.isEqualTo("UNCHANGED");
		MvcTestResult updated = put("severity-rules/default", "{\"default\": \"P2\"}");
		assertThat(updated).hasStatus(200).hasHeader("ETag", "\"2\"");
		assertThat(updated).bodyJson().extractingPath("$.before.default").isEqualTo("P3");
		assertThat(this.jdbc.sql("select version from severity_rules_version order by version")
			.query((row, _) -> row.getInt(1))
			.list()).containsExactly(1, 2);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update severity_rules_version set version = 7").update());
	}

	@Test
	void answersWhatWasWritten() {
		put("escalation-policies/default", POLICY);
		MvcTestResult found = get("escalation-policies/default");
		assertThat(found).hasStatusOk().hasHeader("ETag", "\"1\"");
		assertThat(found).bodyJson().isLenientlyEqualTo("""
				{"name": "default", "version": 1, "spec": %s}""".formatted(POLICY));
		assertThat(get("escalation-policies/other")).hasStatus(404);
	}

	@Test
	void namesWhatAPolicyPointsTo() {
		assertThat(put("escalation-policies/default?dryRun=true", POLICY)).bodyJson()
			.extractingPath("$.references")
			.asArray()
			.hasSize(3);
		assertThat(put("escalation-policies/default?dryRun=true", POLICY)).bodyJson()
			.extractingPath("$.references[1]")
			.isEqualTo(Map.of("field", "severities.P1.steps[1].notify[0].team", "kind", "Team", "name", "ops"));
		assertThat(get("escalation-policies/default")).hasStatus(404);
	}

	@Test
	void refusesARouteToWhatIsNotThere() {
		assertThat(put("routes/all?dryRun=true", ROUTE)).hasStatus(200).doesNotContainHeader("Location");
		assertThat(put("routes/all", ROUTE)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("severityRules", "escalationPolicy");
		put("severity-rules/default", RULES);
		put("escalation-policies/default", POLICY);
		assertThat(put("routes/all", ROUTE)).hasStatus(201)
			.bodyJson()
			.extractingPath("$.after.match")
			.isEqualTo("true");
		assertThat(delete("severity-rules/default")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/in-use");
		assertThat(delete("routes/all")).hasStatus(204);
		assertThat(delete("severity-rules/default")).hasStatus(204);
		assertThat(delete("severity-rules/default")).hasStatus(204);
	}

	@Test
	void keepsAChannelThatAPolicyNeeds() {
		put("channels/ops", "{\"type\": \"email\", \"address\": \"ops@example.org\"}");
		String policy = POLICY.replace("{\"onCall\": \"primary\"}", "{\"channel\": \"ops\"}");
		assertThat(put("escalation-policies/default", policy.replace("\"ops\"}", "\"opps\"}"))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].reason")
			.isEqualTo("there is no Channel opps");
		put("escalation-policies/default", policy);
		assertThat(delete("channels/ops")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("Channel ops is used by EscalationPolicy default");
	}

	@Test
	void countsOnWhenADocumentIsMadeAgain() {
		put("severity-rules/default", RULES);
		delete("severity-rules/default");
		assertThat(put("severity-rules/default", RULES)).hasStatus(201).hasHeader("ETag", "\"2\"");
	}

	@Test
	void doesNotOverwriteWhatTheCallerHasNotSeen() {
		put("severity-rules/default", RULES);
		assertThat(this.http.put()
			.uri("/api/v1/severity-rules/default")
			.with(Tokens.by("ada", "config:write"))
			.header("If-Match", "\"7\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"default\": \"P1\"}")).hasStatus(412);
		assertThat(this.http.delete()
			.uri("/api/v1/severity-rules/default")
			.with(Tokens.by("ada", "config:write"))
			.header("If-Match", "\"7\"")).hasStatus(412);
	}

	@Test
	void listsByNamePageByPage() {
		for (String name : new String[] { "c", "a", "b" }) {
			put("severity-rules/" + name, RULES);
		}
		assertThat(get("severity-rules?limit=2")).bodyJson()
			.extractingPath("$.items[*].name")
			.asArray()
			.containsExactly("a", "b");
		assertThat(get("severity-rules?limit=2")).bodyJson().extractingPath("$.next").isEqualTo("b");
		assertThat(get("severity-rules?limit=2&after=b")).bodyJson()
			.extractingPath("$.items[*].name")
			.asArray()
			.containsExactly("c");
		assertThat(get("severity-rules?limit=0")).hasStatus(400);
		assertThat(get("severity-rules?after=%00")).hasStatus(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					severity-rules/x      ; {"rules": []}                                              ; default
					severity-rules/x      ; {"default": "P9"}                                          ; default
					severity-rules/x      ; {"default": "P1", "rules": [null]}                         ; rules[0]
					severity-rules/x      ; {"default": "P1", "rules": [{"when": "nope", "severity": "P1"}]} ; rules[0].when
					severity-rules/x      ; {"default": "P1", "rules": [{"when": "true"}]}             ; rules[0].severity
					severity-rules/x      ; {"default": "P1", "colour": "red"}                         ; colour
					severity-rules/x      ; {"default": "P1", "rules": [{"when": "true", "severity": "P1", "reason": "\\u0000"}]} ; ''
					severity-rules/X_Y    ; {"default": "P1"}                                          ; name
					escalation-policies/x ; {}                                                         ; severities
					escalation-policies/x ; {"severities": {"P9": {"steps": []}}}                      ; severities[P9]
					escalation-policies/x ; {"severities": {"P1": null}}                               ; severities[P1]
					escalation-policies/x ; {"severities": {"P1": {}}}                                 ; severities[P1].steps
					escalation-policies/x ; {"severities": {"P1": {"steps": null}}}                    ; severities[P1].steps
					escalation-policies/x ; {"severities": {"P1": {"steps": [{"after": "soon", "notify": [{"person": "a"}]}]}}} ; severities.P1.steps[0].after
					escalation-policies/x ; {"severities": {"P1": {"steps": [{"after": "0m", "notify": []}]}}} ; severities.P1.steps[0]
					escalation-policies/x ; {"severities": {"P1": {"steps": [{"after": "0m", "notify": [{"person": "a", "team": "b"}]}]}}} ; severities.P1.steps[0].notify[0]
					escalation-policies/x ; {"severities": {"P1": {"steps": [{"after": "5m", "notify": [{"person": "a"}]}, {"after": "0m", "notify": [{"person": "a"}]}]}}} ; severities.P1
					escalation-policies/x ; {"severities": {"P1": {"steps": [], "repeat": {"times": 11, "after": "5m"}}}} ; severities[P1].repeat.times
					routes/x              ; {"severityRules": "a", "escalationPolicy": "b"}            ; order
					routes/x              ; {"order": 1, "severityRules": "a"}                         ; escalationPolicy
					routes/x              ; {"order": 1, "match": "firing", "severityRules": "a", "escalationPolicy": "b"} ; match
					""")
	void refusesWithTheFieldThatIsWrong(String path, String spec, String field) {
		assertThat(put(path + "?dryRun=true", spec)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void opensOnlyWithTheRightScope() {
		assertThat(this.http.get().uri("/api/v1/routes")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/routes").with(Tokens.by("ada", "incidents:read"))).hasStatus(403);
		assertThat(this.http.put().uri("/api/v1/routes/x").with(Tokens.by("ada", "config:read"))).hasStatus(403);
		assertThat(this.http.delete().uri("/api/v1/routes/x").with(Tokens.by("ada", "config:read"))).hasStatus(403);
	}

	private MvcTestResult put(String path, String spec) {
		return this.http.put()
			.uri("/api/v1/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri("/api/v1/" + path).with(Tokens.by("ada", "config:read")).exchange();
	}

	private MvcTestResult delete(String path) {
		return this.http.delete().uri("/api/v1/" + path).with(Tokens.by("ada", "config:write")).exchange();
	}

}
