package dev.vigie.escalation.condition;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConditionTests {

	static final Facts FACTS = new Facts(Map.of("severity", "critical", "service", "api", "service.name", "x"),
			Map.of("summary", "down"), 3, "prometheus", "");

	private final Conditions conditions = new Conditions();

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			true                                                    ; true
			labels.severity == "critical"                           ; true
			labels["service.name"] == "x"                           ; true
			labels.severity in ["critical", "page"] && firing >= 3  ; true
			labels.service.matches("^(api|web)$")                   ; true
			annotations.summary.contains("down")                    ; true
			integration == "prometheus" && team == ""               ; true
			has(labels.tier)                                        ; false
			labels.tier == "1"                                      ; false
			labels.tier != "1"                                      ; false
			!(labels.tier == "1")                                   ; false
			labels.tier == "1" || firing > 1                        ; true
			firing > 1 || labels.tier == "1"                        ; true
			labels.tier == "1" && firing > 1                        ; false
			!has(labels.tier) || labels.tier == "1"                 ; true
			int(labels.service) > 1                                 ; false
			1 / (firing - 3) > 0                                    ; false
			labels.exists(name, name == "service")                  ; true
			""")
	void holdsOrNot(String text, boolean holds) {
		assertThat(this.conditions.compile("when", text).holds(FACTS)).isEqualTo(holds);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			labels.severity == critical  | 1:20 undeclared reference to 'critical'
			labels.severity              | 1:7
			firing > "3"                 | 1:8
			labels.severity = "x"        | 1:
			(                            | 1:
			""")
	void refusesWithThePositionOfTheMistake(String text, String reason) {
		Invalid refused = catchThrowableOfType(Invalid.class, () -> this.conditions.compile("rules[0].when", text));
		assertThat(refused.errors()).allMatch((error) -> error.field().equals("rules[0].when"));
		assertThat(refused.errors().getFirst().reason()).startsWith(reason);
	}

	@Test
	void compilesTheSameTextOnce() {
		assertThat(this.conditions.compile("when", "firing > 1")).isSameAs(this.conditions.compile("x", "firing > 1"));
	}

}
