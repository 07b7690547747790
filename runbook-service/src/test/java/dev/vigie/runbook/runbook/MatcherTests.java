package dev.vigie.runbook.runbook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.shared.problem.Problem.FieldError;

import static org.assertj.core.api.Assertions.assertThat;

class MatcherTests {

	@Test
	void looksAtALabelOrAtAnAnnotation() {
		assertThat(new Matcher("a", null, "x", null).errors("match[0]")).isEmpty();
		assertThat(new Matcher(null, "a", null, "x|y").errors("match[0]")).isEmpty();
		assertThat(new Matcher("a", "b", "x", null).errors("match[0]"))
			.containsExactly(new FieldError("match[0]", "must have either label or annotation"));
		assertThat(new Matcher(null, null, "x", null).errors("match[1]"))
			.containsExactly(new FieldError("match[1]", "must have either label or annotation"));
	}

	@Test
	void isAValueOrARegularExpression() {
		assertThat(new Matcher("a", null, "x", "x").errors("match[0]"))
			.containsExactly(new FieldError("match[0]", "must have either equals or matches"));
		assertThat(new Matcher("a", null, null, null).errors("match[0]"))
			.containsExactly(new FieldError("match[0]", "must have either equals or matches"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "[a", "*", "a{2,1}", "(?=a)", "(a)\\1", "(?<", "\\" })
	void refusesWhatIsNoExpression(String regex) {
		assertThat(new Matcher("a", null, null, regex).errors("match[0]")).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("match[0].matches");
			assertThat(error.reason()).startsWith("is not an RE2 regular expression");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "((a{100}){100}){100}", "(a{1000}){1000}", "a{99999999999999999999}", "(.{50},){40,}" })
	void refusesWhatWouldFillTheMemory(String regex) {
		assertThat(new Matcher("a", null, null, regex).errors("match[0]")).singleElement()
			.extracting(FieldError::field)
			.isEqualTo("match[0].matches");
	}

	@ParameterizedTest
	@ValueSource(strings = { "api|web", "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}", "(?i)prod.*", "x{0}" })
	void takesWhatPeopleWrite(String regex) {
		assertThat(new Matcher("a", null, null, regex).errors("match[0]")).isEmpty();
	}

	@Test
	void refusesAnExpressionThatIsTooLong() {
		assertThat(new Matcher("a", null, null, "a".repeat(501)).errors("match[0]"))
			.containsExactly(new FieldError("match[0].matches", "must be at most 500 characters long"));
	}

	@Test
	void refusesEmptyTextsAndThoseADatabaseCannotKeep() {
		assertThat(new Matcher("", null, "", null).errors("match[0]")).containsExactly(
				new FieldError("match[0].label", "must not be empty"),
				new FieldError("match[0].equals", "must not be empty"));
		assertThat(new Matcher("a", null, "x\0", null).errors("match[0]"))
			.containsExactly(new FieldError("match[0].equals", "must not contain U+0000"));
	}

}
