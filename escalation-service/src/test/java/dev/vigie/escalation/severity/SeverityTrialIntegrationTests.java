package dev.vigie.escalation.severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SeverityTrialIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Test
	void triesADraftAndSaysWhy() {
		assertThat(
				test("""
						{"spec": {"timeZone": "Europe/Paris", "rules": [
							{"when": "hour < 9", "severity": "P1"}, {"when": "labels.tier == '1'", "severity": "P1"},
							{"threshold": {"value": "B", "warning": 97, "critical": 99}},
							{"threshold": {"value": "B", "warning": 80, "critical": 95}}], "defaults": "labels", "default": "P4"},
						 "alert": {"status": "firing", "labels": {"alertname": "High memory"}, "values": {"B": 94.23, "C": 1},
							"startsAt": "2026-03-02T09:51:00Z", "fingerprint": "714e6d07411ade09", "orgId": 1},
						 "at": "2026-03-02T10:00:00Z"}""",
						"en"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"severity": "P3", "reason": "B = 94.23 ≥ 80 (warning)", "by": "rules[3]", "before": [
								{"rule": "rules[0]", "code": "FALSE", "why": "the condition is false"},
								{"rule": "rules[1]", "code": "NO_ANSWER"},
								{"rule": "rules[2]", "code": "NOT_REACHED", "why": "B = 94.23 < 97"}],
							 "facts": {"firing": 1, "labels": {"alertname": "High memory"}, "time": "2026-03-02T11:00+01:00[Europe/Paris]",
								"numbers": {"greatest": {"B": 94.23, "C": 1.0}, "distinct": {"alertname": 1}}}}""");
	}

	@Test
	void triesSavedRulesOnSeveralAlertsThatFire() {
		assertThat(this.http.put()
			.uri("/api/v1/severity-rules/sites")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"rules": [{"when": "distinct.site > 1", "severity": "P1", "reason": "several sites"}],
					 "defaults": "labels", "default": "P4"}""")).hasStatus2xxSuccessful();
		assertThat(test("""
				{"rules": "sites", "alerts": [{"labels": {"site": "a"}}, {"labels": {"site": "b"}},
					{"status": "resolved", "labels": {"site": "c"}}]}""", "en")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"reason\": \"several sites\", \"facts\": {\"firing\": 2}}");
		assertThat(test("{\"rules\": \"sites\", \"alert\": {\"labels\": {\"site\": \"a\", \"severity\": \"page\"}}}",
				"fr"))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"severity": "P1", "reason": "labels.severity = page", "by": "defaults",
					 "before": [{"rule": "rules[0]", "why": "la condition est fausse"}]}""");
		assertThat(test("{\"rules\": \"sites\", \"alert\": {\"labels\": {\"site\": \"a\"}}}", "fr")).bodyJson()
			.isLenientlyEqualTo("""
					{"severity": "P4", "reason": "default", "by": "default", "before": [{"rule": "rules[0]"},
						{"rule": "defaults", "why": "aucune des étiquettes courantes ne dit un mot connu"}]}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"alert": {}}                                                                   | rules
			{"rules": "x", "spec": {"default": "P1"}, "alert": {}}                          | rules
			{"spec": {"default": "P1"}}                                                     | alert
			{"spec": {"default": "P1"}, "alert": {"status": "resolved"}}                    | alert
			{"spec": {"default": "P1", "rules": [{"when": "x", "severity": "P1"}]}, "alert": {}} | spec.rules[0].when
			{"spec": {"default": "P9"}, "alert": {}}                                        | spec.default
			{"spec": [], "alert": {}}                                                       | spec
			{"spec": {"default": "P1"}, "alert": {"labels": {"a": null}}}                   | labels.a
			{"spec": {"default": "P1"}, "alert": {"values": {"a": "much"}}}                 | alert.values.a
			{"spec": {"default": "P1"}, "alert": {}, "at": "yesterday"}                     | at
			{"spec": {"default": "P1"}, "alert": {}, "hidden": -1}                          | hidden
			{"spec": {"default": "P1"}, "alert": {}, "alarm": {}}                           | alarm
			[]                                                                              | ''
			""")
	void refusesWithTheFieldThatIsWrong(String body, String field) {
		assertThat(test(body, "en")).hasStatus(400).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
	}

	@Test
	void isForWhoeverMayReadTheRules() {
		assertThat(test("{\"rules\": \"nowhere\", \"alert\": {}}", "en")).hasStatus(404);
		assertThat(this.http.post()
			.uri("/api/v1/severity-rules:test")
			.with(Tokens.by("ada", "incidents:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")).hasStatus(403);
		assertThat(this.http.post().uri("/api/v1/severity-rules:test")).hasStatus(401);
	}

	private MvcTestResult test(String body, String language) {
		return this.http.post()
			.uri("/api/v1/severity-rules:test")
			.header("Accept-Language", language)
			.with(Tokens.by("ada", "config:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
