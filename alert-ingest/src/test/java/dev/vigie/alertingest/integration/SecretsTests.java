package dev.vigie.alertingest.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretsTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"secret\":\"s\",\"user\":\"u\"}|{\"secret\":\"***\",\"user\":\"u\"}",
					"{\"a\":[{\"clientSecret\":\"s\"}]}|{\"a\":[{\"clientSecret\":\"***\"}]}",
					"{\"tokens\":[\"a\",\"b\"]}|{\"tokens\":[\"***\",\"***\"]}",
					"{\"password\":null}|{\"password\":null}", "{\"secrets\":{\"x\":1}}|{\"secrets\":{\"x\":\"***\"}}",
					"{\"secretary\":\"Ada\"}|{\"secretary\":\"Ada\"}" })
	void areNotShown(String document, String shown) {
		assertThat(Secrets.masked(json.readTree(document))).isEqualTo(json.readTree(shown));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"secret\":\"***\"}|{\"secret\":\"s\"}|{\"secret\":\"s\"}",
					"{\"secret\":\"new\"}|{\"secret\":\"s\"}|{\"secret\":\"new\"}",
					"{\"secrets\":[\"new\",\"***\"]}|{\"secrets\":[\"old\"]}|{\"secrets\":[\"new\",\"old\"]}",
					"{\"secrets\":[\"***\",\"***\"]}|{\"secrets\":[\"a\",\"b\"]}|{\"secrets\":[\"a\",\"b\"]}",
					"{\"title\":\"***\"}|{}|{\"title\":\"***\"}" })
	void areKeptWhereStarsComeBack(String sent, String stored, String kept) {
		assertThat(Secrets.restored(json.readTree(sent), json.readTree(stored))).isEqualTo(json.readTree(kept));
	}

	@Test
	void cannotBeKeptWhereNoneWas() {
		JsonNode sent = json.readTree("{\"locks\":{\"bearer\":{\"tokens\":[\"***\"]}}}");
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Secrets.restored(sent, null))
			.satisfies(
					(invalid) -> assertThat(invalid.errors().getFirst().field()).isEqualTo("locks.bearer.tokens[0]"));
	}

}
