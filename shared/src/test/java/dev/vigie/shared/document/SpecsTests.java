package dev.vigie.shared.document;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SpecsTests {

	private final JsonMapper json = JsonMapper.builder().build();

	private final Specs specs = new Specs(this.json, Validation.buildDefaultValidatorFactory().getValidator());

	@Test
	void readsWhatIsRight() {
		Plan plan = this.specs.read(this.json.readTree("""
				{"title": "a", "layers": [{"people": ["ada"], "every": 2}]}"""), Plan.class);
		assertThat(plan).isEqualTo(new Plan("a", List.of(new Plan.Layer(List.of("ada"), 2)), null, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"title": "a", "layers": [], "colour": 1}                               | colour
			{"title": "a", "layers": [{"people": [], "every": 1, "evry": {"a": 1}}]} | layers[0].evry
			{"title": "a", "layers": [{"people": [], "every": 1}, {"x": [1], "people": [], "every": 1}]} | layers[1].x
			{"title": "a", "layers": [{"people": [], "every": "often"}]}            | layers[0].every
			{"title": "a", "layers": [{"people": []}]}                              | layers[0].every
			{"title": "a", "layers": [{"people": [" "], "every": 1}]}               | layers[0].people[0]
			{"title": "a", "layers": "none"}                                        | layers
			{"title": " ", "layers": []}                                            | title
			""")
	void namesTheFieldThatIsWrong(String body, String field) {
		Invalid refused = catchThrowableOfType(Invalid.class,
				() -> this.specs.read(this.json.readTree(body), Plan.class));
		assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field);
		assertThat(refused.errors().getFirst().reason()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"layers": "none"}             | must be a list
			{"layers": [3]}                | must be an object
			{"layers": [{"every": "x"}]}   | must be a whole number
			{"layers": [{"every": 1.5}]}   | must be a whole number
			{"layers": [{}]}               | must be a whole number
			{"title": {}}                  | must be text
			{"start": "tomorrow"}          | must be a date such as 2026-01-05
			{"start": 2026}                | must be a date such as 2026-01-05
			{"start": [2026, 1, 5]}        | must be a date such as 2026-01-05
			{"start": "2026-01-05T00:00Z"} | must be a date such as 2026-01-05
			{"unit": "year"}               | must be one of DAY, WEEK
			""")
	void saysWhatItShouldBeInPlainWords(String body, String reason) {
		Invalid refused = catchThrowableOfType(Invalid.class,
				() -> this.specs.read(this.json.readTree(body), Plan.class));
		assertThat(refused.errors()).extracting(FieldError::reason).containsExactly(reason);
	}

	@Test
	void namesAllUnknownFieldsAtOnce() {
		Invalid refused = catchThrowableOfType(Invalid.class, () -> this.specs.read(this.json.readTree("""
				{"title": "", "layers": [], "a": 1, "b": {}}"""), Plan.class));
		assertThat(refused.errors()).extracting(FieldError::field).containsExactly("a", "b", "title");
	}

	@ParameterizedTest
	@CsvSource({ "null", "[]", "'\"text\"'", "3" })
	void refusesWhatIsNoObject(String body) {
		Invalid refused = catchThrowableOfType(Invalid.class,
				() -> this.specs.read(this.json.readTree(body), Plan.class));
		assertThat(refused.errors()).containsExactly(new FieldError("", "must be an object"));
	}

	record Plan(@NotBlank String title, List<@Valid Layer> layers, @Nullable LocalDate start, @Nullable Unit unit) {

		enum Unit {

			DAY, WEEK

		}

		record Layer(List<@NotBlank String> people, int every) {
		}

	}

}
