package dev.vigie.escalation.severity;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.condition.Condition;
import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;

import static org.assertj.core.api.Assertions.assertThat;

class SeveritiesTests {

	private final Conditions conditions = new Conditions();

	@ParameterizedTest
	@CsvSource({ "critical,1,P1,it is critical", "critical,50,P1,it is critical", "warning,50,P2,firing > 10",
			"warning,1,P4,default", "none,11,P2,firing > 10" })
	void firstRuleThatHoldsDecides(String severity, int firing, Severity expected, String reason) {
		List<Severities.Rule> rules = List.of(
				new Severities.Rule(when("labels.severity == 'critical'"), Severity.P1, "it is critical"),
				new Severities.Rule(when("firing > 10"), Severity.P2, null));
		Facts facts = new Facts(Map.of("severity", severity), Map.of(), firing, "prometheus", "");
		assertThat(Severities.assess(rules, Severity.P4, facts)).isEqualTo(new Assessment(expected, reason));
	}

	private Condition when(String text) {
		return this.conditions.compile("when", text);
	}

}
