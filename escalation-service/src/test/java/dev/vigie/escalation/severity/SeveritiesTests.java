package dev.vigie.escalation.severity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Said;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SeveritiesTests {

	private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z"); // a Monday

	@ParameterizedTest
	@CsvSource({ "critical,1,P1,it is critical", "critical,50,P1,it is critical", "warning,50,P2,firing > 10",
			"warning,1,P4,default", "none,11,P2,firing > 10" })
	void firstRuleThatHoldsDecides(String severity, int firing, Severity expected, String reason) {
		Ruleset rules = rules("""
				{"rules": [{"when": "labels.severity == 'critical'", "severity": "P1", "reason": "it is critical"},
					{"when": "firing > 10", "severity": "P2"}], "default": "P4"}""");
		Facts facts = new Facts(Map.of("severity", severity), Map.of(), firing, "prometheus", "");
		assertThat(rules.decide(facts, NOON).assessment()).isEqualTo(new Assessment(expected, reason));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			79.99, P5, default
			80,    P3, cpu = 80 ≥ 80 (warning)
			89.9,  P3, cpu = 89.9 ≥ 80 (warning)
			90 %,  P1, cpu = 90 ≥ 90 (critical)
			1e3,   P1, cpu = 1000 ≥ 90 (critical)
			-5,    P5, default
			high,  P5, default
			NaN,   P5, default
			1e999, P5, default
			-,     P5, default
			""")
	void aThresholdIsAPairOfBounds(String cpu, Severity expected, String reason) {
		Ruleset rules = rules(threshold("\"value\": \"cpu\", \"warning\": 80, \"critical\": 90"));
		assertThat(rules.decide(facts(Map.of(), (cpu != null) ? Map.of("cpu", cpu) : Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(expected, reason));
	}

	@ParameterizedTest
	@CsvSource({ "95,P5,default", "90,P4,hit_rate = 90 ≤ 90 (warning)", "79.5,P2,hit_rate = 79.5 ≤ 80 (critical)" })
	void aThresholdMayBeBelow(String rate, Severity expected, String reason) {
		Ruleset rules = rules(threshold("""
				"value": "hit_rate", "warning": 90, "critical": 80,
				"severities": {"warning": "P4", "critical": "P2"}"""));
		assertThat(rules.decide(facts(Map.of("hit_rate", rate), Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(expected, reason));
	}

	@Test
	void aThresholdTakesTheWorstOfTheAlerts() {
		List<Said> alerts = List.of(new Said(Map.of("cpu", "85", "disk", "40", "site", "a"), Map.of()),
				new Said(Map.of("cpu", "93", "disk", "7", "site", "b"), Map.of()));
		Facts facts = Facts.of(alerts, "prometheus", "");
		assertThat(rules(threshold("\"value\": \"cpu\", \"warning\": 80, \"critical\": 90")).decide(facts, NOON)
			.assessment()
			.reason()).isEqualTo("cpu = 93 ≥ 90 (critical)");
		assertThat(rules(threshold("\"value\": \"values.disk\", \"critical\": 10, \"direction\": \"below\""))
			.decide(facts, NOON)
			.assessment()
			.reason()).isEqualTo("values.disk = 7 ≤ 10 (critical)");
		assertThat(rules(threshold("\"value\": \"distinct.site\", \"warning\": 2, \"direction\": \"Above\""))
			.decide(facts, NOON)
			.assessment()).isEqualTo(new Assessment(Severity.P3, "distinct.site = 2 ≥ 2 (warning)"));
		assertThat(rules(threshold("\"value\": \"firing\", \"warning\": 2, \"critical\": 3")).decide(facts, NOON)
			.assessment()
			.severity()).isEqualTo(Severity.P3);
		assertThat(rules(threshold("\"value\": \"labels.cpu\", \"warning\": 2, \"critical\": 3")).decide(facts, NOON)
			.assessment()
			.severity()).isEqualTo(Severity.P5); // what alerts differ in is no common
													// label
	}

	@Test
	void aThresholdHoldsOnlyWhileItsConditionDoes() {
		Ruleset rules = rules("""
				{"rules": [{"when": "labels.service == 'db'", "reason": "Database",
					"threshold": {"value": "cpu", "warning": 80, "critical": 90}}], "default": "P5"}""");
		assertThat(rules.decide(facts(Map.of("service", "db", "cpu", "95"), Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(Severity.P1, "Database: cpu = 95 ≥ 90 (critical)"));
		assertThat(rules.decide(facts(Map.of("service", "web", "cpu", "95"), Map.of()), NOON).assessment().severity())
			.isEqualTo(Severity.P5);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			High, NOW,  P1, labels.impact = High × labels.urgency = NOW
			high, soon, P2, labels.impact = high × labels.urgency = soon
			low,  now,  P3, labels.impact = low × labels.urgency = now
			low,  soon, P5, default
			-,    now,  P5, default
			huge, now,  P5, default
			""")
	void aMatrixIsImpactByUrgency(String impact, String urgency, Severity expected, String reason) {
		Ruleset rules = rules("""
				{"rules": [{"matrix": {"impact": "labels.impact", "urgency": "labels.urgency",
					"table": {"high": {"now": "P1", "soon": "P2"}, "low": {"now": "P3"}}}}], "default": "P5"}""");
		Map<String, String> labels = new HashMap<>(Map.of("urgency", urgency));
		if (impact != null) {
			labels.put("impact", impact);
		}
		assertThat(rules.decide(facts(labels, Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(expected, reason));
	}

	@ParameterizedTest
	@CsvSource({ "critical,P1", "Page,P1", "P1,P1", "sev1,P1", "fatal,P1", "high,P2", "error,P2", "major,P2",
			"urgent,P2", "warning,P3", "WARN,P3", "medium,P3", "' p3 ',P3", "low,P4", "minor,P4", "info,P5",
			"none,P5" })
	void commonLabelsHaveAReadyMapping(String word, Severity expected) {
		Ruleset rules = rules("{\"defaults\": \"labels\", \"default\": \"P4\"}");
		assertThat(rules.decide(facts(Map.of("severity", word), Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(expected, "labels.severity = " + word));
		assertThat(rules.decide(facts(Map.of("severity", "purple", "priority", word), Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(expected, "labels.priority = " + word));
	}

	@Test
	void commonLabelsCountWhenNoRuleHoldsAndBeforeTheDefault() {
		Ruleset rules = rules("""
				{"rules": [{"when": "labels.a == 'b'", "severity": "P5"}], "defaults": "labels", "default": "P4"}""");
		assertThat(rules.decide(facts(Map.of("a", "b", "severity", "page"), Map.of()), NOON).assessment().severity())
			.isEqualTo(Severity.P5);
		assertThat(rules.decide(facts(Map.of("priority", "2"), Map.of()), NOON).assessment().severity())
			.isEqualTo(Severity.P2);
		assertThat(rules.decide(facts(Map.of("severity", "unheard-of"), Map.of()), NOON).assessment())
			.isEqualTo(new Assessment(Severity.P4, "default"));
		Facts mixed = Facts.of(List.of(new Said(Map.of("severity", "warning"), Map.of()),
				new Said(Map.of("severity", "critical"), Map.of())), "prometheus", "");
		assertThat(rules.decide(mixed, NOON).assessment())
			.isEqualTo(new Assessment(Severity.P1, "labels.severity = critical"));
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-29T00:59:00Z,P3", "2026-03-29T01:00:00Z,P2", "2026-10-25T00:30:00Z,P3",
			"2026-10-25T01:30:00Z,P3", "2026-10-25T02:00:00Z,P2" })
	void localTimeIsThatOfTheZoneOverTheNightsWhenTheClockChanges(Instant at, Severity expected) {
		Ruleset rules = rules("""
				{"timeZone": "Europe/Paris", "rules": [{"when": "hour >= 3", "severity": "P2"}], "default": "P3"}""");
		assertThat(rules.decide(facts(Map.of(), Map.of()), at).assessment().severity()).isEqualTo(expected);
	}

	@Test
	void saysWhyEachRuleBeforeTheOneThatHoldsDoesNot() {
		Ruleset rules = rules("""
				{"rules": [{"when": "firing > 10", "severity": "P1"}, {"when": "labels.tier == '1'", "severity": "P1"},
					{"threshold": {"value": "cpu", "warning": 80, "critical": 90}},
					{"threshold": {"value": "disk", "warning": 80, "critical": 90}},
					{"matrix": {"impact": "labels.impact", "urgency": "'now'", "table": {"high": {"now": "P1"}}}},
					{"when": "true", "severity": "P2"}, {"when": "true", "severity": "P3"}], "default": "P5"}""");
		assertThat(rules.decide(facts(Map.of("cpu", "7"), Map.of()), NOON).failed()).extracting(Verdict.Fails::code)
			.containsExactly("FALSE", "NO_ANSWER", "NOT_REACHED", "NO_NUMBER", "NO_WORD");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"default": "P6"}                                        | default | must be one of
					{"rules": []}                                            | default | must be one of
					{"default": "P3", "timeZone": "Mars/Olympus"}            | timeZone | must be an IANA
					{"default": "P3", "timeZone": "+02:00"}                  | timeZone | must be an IANA
					{"default": "P3", "defaults": "guesses"}                 | defaults | must be labels
					{"default": "P3", "rules": [{"when": "hour > 9", "severity": "P1"}]} | timeZone | must be set
					{"default": "P3", "rules": [{"severity": "P1"}]}         | rules[0].when | must not be blank
					{"default": "P3", "rules": [{"when": "true"}]}           | rules[0].severity | must be one of
					{"default": "P3", "rules": [{"when": "true", "severity": "P1", "then": "x"}]} | rules[0].then | is not a known
					{"default": "P3", "rules": [{"when": "firing >", "severity": "P1"}]} | rules[0].when | 1:9
					{"default": "P3", "rules": [{"when": "severity == 'P1'", "severity": "P1"}]} | rules[0].when | 1:1 'severity' is not known
					{"default": "P3", "rules": [{"threshold": {"value": "cpu"}}]} | rules[0].threshold | must have warning
					{"default": "P3", "rules": [{"threshold": {"value": "cpu", "warning": 1}}]} | rules[0].threshold.direction | must be above
					{"default": "P3", "rules": [{"threshold": {"value": "cpu", "warning": 1, "critical": 1}}]} | rules[0].threshold.critical | must not be
					{"default": "P3", "rules": [{"threshold": {"value": "cpu", "warning": 1, "critical": 2, "direction": "below"}}]} | rules[0].threshold.direction | must be above
					{"default": "P3", "rules": [{"threshold": {"value": "cpu", "warning": "NaN", "critical": 2}}]} | rules[0].threshold.warning | must be
					{"default": "P3", "rules": [{"threshold": {"value": "cpu", "warning": 1e999, "critical": 2}}]} | rules[0].threshold.warning | must be
					{"default": "P3", "rules": [{"threshold": {"value": "cpu load", "warning": 1, "critical": 2}}]} | rules[0].threshold.value | must be a name
					{"default": "P3", "rules": [{"threshold": {"value": "values[0]", "warning": 1, "critical": 2}}]} | rules[0].threshold.value | must be a name
					{"default": "P3", "rules": [{"severity": "P1", "threshold": {"value": "cpu", "warning": 1, "critical": 2}}]} | rules[0].severity | must not stand
					{"default": "P3", "rules": [{"matrix": {"impact": "labels.a", "urgency": "labels", "table": {"a": {"b": "P1"}}}}]} | rules[0].matrix.urgency | 1:
					{"default": "P3", "rules": [{"matrix": {"impact": "labels.a", "urgency": "team", "table": {}}}]} | rules[0].matrix.table | must not be empty
					{"default": "P3", "rules": [{"matrix": {"impact": "labels.a", "urgency": "team", "table": {"a": {}}}}]} | rules[0].matrix.table.a | must say
					{"default": "P3", "rules": [{"matrix": {"impact": "labels.a", "urgency": "team", "table": {"a": {"b": "P1", "B": "P2"}}}}]} | rules[0].matrix.table.a.B | must not be there twice
					""")
	void refusesWithFieldAndReason(String spec, String field, String reason) {
		Invalid refused = catchThrowableOfType(Invalid.class, () -> rules(spec));
		assertThat(refused).isNotNull();
		assertThat(refused.errors()).anySatisfy((error) -> {
			assertThat(error.field()).isEqualTo(field);
			assertThat(error.reason()).startsWith(reason);
		});
	}

	@Test
	void tellsEverythingThatIsWrongAtOnce() {
		Invalid refused = catchThrowableOfType(Invalid.class, () -> rules("""
				{"rules": [{"when": "frist > 1", "severity": "P1"}, {"threshold": {"value": "cpu"}},
					{"when": "secnod > 1", "severity": "P1"}], "timeZone": "x", "default": "P1"}"""));
		assertThat(new ArrayList<>(refused.errors())).extracting("field")
			.containsExactly("rules[0].when", "rules[1].threshold", "rules[2].when", "timeZone");
	}

	private static String threshold(String threshold) {
		return "{\"rules\": [{\"threshold\": {%s}}], \"default\": \"P5\"}".formatted(threshold);
	}

	private static Facts facts(Map<String, String> labels, Map<String, String> annotations) {
		return Facts.of(List.of(new Said(labels, annotations)), "prometheus", "");
	}

	static Ruleset rules(String spec) {
		JsonMapper json = JsonMapper.shared();
		Specs specs = new Specs(json, Validation.buildDefaultValidatorFactory().getValidator());
		return Ruleset.of(specs.read(json.readTree(spec), SeverityRulesSpec.class), new Conditions());
	}

}
