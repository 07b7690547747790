package dev.vigie.shared.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.problem.Problem.FieldError;
import dev.vigie.shared.time.Delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MisreadingTests {

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@ParameterizedTest
	@CsvSource(delimiter = '|', emptyValue = "",
			textBlock = """
					{"severity": "P0"}       | severity     | must be one of P1, P2
					{"severity": 7}          | severity     | must be one of P1, P2
					{"severity": {}}         | severity     | must be one of P1, P2
					{"severity": []}         | severity     | must be one of P1, P2
					{"plain": "blue"}        | plain        | must be one of red, green
					{"plain": {}}            | plain        | must be one of red, green
					{"impact": true}         | impact       | must be an object
					{"impact": []}           | impact       | must be an object
					{"impact": {"text": []}} | impact.text  | must be text
					{"impact": {"texd": 1}}  | impact.texd  | is not a known field here
					{"labels": "no"}         | labels       | must be an object
					{"labels": {"a": {}}}    | labels.a     | must be text
					{"people": "ada"}        | people       | must be a list
					{"people": [[]]}         | people[0]    | must be text
					{"parts": ["a"]}         | parts[0]     | must be an object
					{"private": "yes"}       | private      | must be true or false
					{"count": "many"}        | count        | must be a whole number
					{"share": "much"}        | share        | must be a number
					{"for": "-1h"}           | for          | must be a length of time such as 15m, 1h30m or PT15M
					{"for": "P31D"}          | for          | must be from 0 to 30 days
					{"for": "soon"}          | for          | must be a length of time such as 15m, 1h30m or PT15M
					{"for": {}}              | for          | must be a length of time such as 15m, 1h30m or PT15M
					{"at": "x"}              | at           | must be a time with offset, such as 2026-03-02T12:00:00Z or 2026-03-02T13:00:00+01:00
					{"day": "x"}             | day          | must be a date such as 2026-01-05
					{"id": "x"}              | id           | must be a UUID
					[]                       | ''           | must be an object
					"text"                   | ''           | must be an object
					{"clumsy": "x"}          | clumsy       | is not what belongs here
					""")
	void saysWhatShouldStandThere(String body, String field, String reason) {
		assertThat(Misreading.of(refused(body))).isEqualTo(new FieldError(field, reason));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"impact": {   | cannot be read as JSON: Unexpected end-of-input
			{"impact": no} | cannot be read as JSON: Unrecognized token 'no'
			{"impact" 1}   | cannot be read as JSON: Unexpected character
			""")
	void saysWhereItIsNoJson(String body, String reason) {
		assertThat(Misreading.of(refused(body)).reason()).startsWith(reason)
			.contains("(line 1, column ")
			.doesNotContain("Source", "StreamRead");
	}

	private JacksonException refused(String body) {
		return catchThrowableOfType(JacksonException.class, () -> this.json.readValue(body, Said.class));
	}

	record Said(@Nullable Severity severity, @Nullable Plain plain, @Nullable Impact impact,
			@Nullable Map<String, String> labels, @Nullable List<String> people, @Nullable List<Impact> parts,
			@JsonProperty("private") @Nullable Boolean hides, @Nullable Integer count, @Nullable Double share,
			@JsonProperty("for") @Nullable Delay length, @Nullable Instant at, @Nullable LocalDate day,
			@Nullable UUID id, @Nullable Clumsy clumsy) {
	}

	record Impact(@Nullable String text) {
	}

	enum Severity {

		P1, P2;

		@JsonCreator
		static Severity of(String text) {
			try {
				return valueOf(text);
			}
			catch (IllegalArgumentException _) {
				throw new IllegalArgumentException("must be one of P1, P2");
			}
		}

	}

	enum Plain {

		RED, GREEN;

		@JsonValue
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static final class Clumsy {

		@JsonCreator
		Clumsy(String text) {
			Severity.valueOf(text);
		}

	}

}
