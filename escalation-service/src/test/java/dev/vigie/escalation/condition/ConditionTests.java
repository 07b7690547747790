package dev.vigie.escalation.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConditionTests {

	static final Facts FACTS = new Facts(Map.of("severity", "critical", "service", "api", "service.name", "x"),
			Map.of("summary", "down"), 3, "prometheus", "")
		.with(new Numbers(Map.of("cpu", 93.0), Map.of("cpu", 81.5), Map.of("site", 12L),
				Map.of("level", List.of("critical", "warning"))))
		.with(new Standing("P2", true))
		.at(Instant.parse("2026-03-29T01:30:00Z"), ZoneId.of("Europe/Paris")); // a
																				// Sunday,
																				// 03:30

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
			labels.exists(date, date == "service")                  ; true
			values.cpu > 90                                         ; true
			values.cpu > 93                                         ; false
			values.cpu >= 92.5 && values["cpu"] < 100               ; true
			least.cpu < 82                                          ; true
			values.memory > 1                                       ; false
			values.memory < 1                                       ; false
			has(values.memory) || "cpu" in values                   ; true
			distinct.site > 10                                      ; true
			distinct["site"] == 12                                  ; true
			distinct.host > 0                                       ; false
			"critical" in each.level                                ; true
			each.level.exists(level, level.startsWith("w"))         ; true
			hour == 3 && minute == 30                               ; true
			weekday == 7                                            ; true
			weekday in [6, 7] || hour < 9 || hour >= 18             ; true
			date == "2026-03-29" && date > "2026-03-28"             ; true
			now >= timestamp("2026-03-29T01:30:00Z")                ; true
			now.getHours("America/New_York") == 21                  ; true
			severity == "P2" && impact                              ; true
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
			hours > 9                    | 1:1 undeclared reference to 'hours'
			values.cpu > "90"            | 1:12
			labels.a == "b" && values == {} | 1:20 'values' must be asked by a name
			distinct[labels.which] > 1   | 1:1 'distinct' must be asked by a name
			size(each) > 1               | 1:6 'each' must be asked by a name
			""")
	void refusesWithThePositionOfTheMistake(String text, String reason) {
		Invalid refused = catchThrowableOfType(Invalid.class, () -> this.conditions.compile("rules[0].when", text));
		assertThat(refused.errors()).allMatch((error) -> error.field().equals("rules[0].when"));
		assertThat(refused.errors().getFirst().reason()).startsWith(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hour >= 9", "minute > 0", "weekday == 1", "date == '2026-01-01'",
			"now > timestamp('2020-01-01T00:00:00Z')", "severity == 'P1'", "severity != 'P1'", "values.cpu > 1",
			"distinct.site > 0", "'a' in each.site" })
	void doesNotHoldWhenWhatItAsksForIsNotKnown(String text) {
		Facts bare = new Facts(Map.of(), Map.of(), 1, "prometheus", "");
		assertThat(this.conditions.compile("when", text).ask(bare)).isInstanceOf(Condition.Answer.None.class);
	}

	@Test
	void tellsWhatItAsksFor() {
		Condition condition = this.conditions.compile("when",
				"values.cpu > 90 && has(least.disk) && distinct['site'] > 10 && 'x' in each.level && hour > 9");
		assertThat(condition.asked()).isEqualTo(
				new Asked(Set.of(Variable.VALUES, Variable.LEAST, Variable.DISTINCT, Variable.EACH, Variable.HOUR),
						Set.of("site", "level"), Set.of("cpu", "disk")));
		assertThat(condition.asked().localTime()).isTrue();
		assertThat(this.conditions.compile("when", "labels.exists(hour, hour == 'x')").asked().variables())
			.containsExactly(Variable.LABELS);
	}

	@Test
	void refusesWhatIsNotKnownWhereItIsAsked() {
		assertThat(this.conditions.compile("when", "firing > 1 && severity == 'P1'")).isNotNull();
		Invalid refused = catchThrowableOfType(Invalid.class, () -> this.conditions.compile("match",
				"firing > 1 && severity == 'P1'", EnumSet.of(Variable.LABELS, Variable.FIRING)));
		assertThat(refused.errors()).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("match");
			assertThat(error.reason()).isEqualTo("1:15 'severity' is not known here; known are labels, firing");
		});
	}

	@Test
	void compilesTheSameTextOnce() {
		assertThat(this.conditions.compile("when", "firing > 1")).isSameAs(this.conditions.compile("x", "firing > 1"));
	}

}
