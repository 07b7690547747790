package dev.vigie.escalation.erasure;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymTests {

	private static final Pseudonym ZULU = new Pseudonym("zulu", "erased-1", Set.of("zulu@example.org", "+336123"));

	@ParameterizedTest
	@CsvSource(textBlock = """
			zulu,               erased-1
			person:zulu,        person:erased-1
			Person/zulu,        Person/erased-1
			zulus,              zulus
			team:zulu,          team:zulu
			person:zulu-2,      person:zulu-2
			""")
	void standsWhereAValueIsThePerson(String value, String renamed) {
		assertThat(ZULU.in(value)).isEqualTo(renamed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acknowledged by zulu                  | Acknowledged by erased-1
			zulu: it is back.                     | erased-1: it is back.
			zulu, then zulu.                      | erased-1, then erased-1.
			Engineer: @zulu                       | Engineer: @erased-1
			mail to ops@zulu or ops@zulu.org      | mail to ops@zulu or ops@zulu.org
			zulu-2 and azulu and zulu_x           | zulu-2 and azulu and zulu_x
			zulu.example.org is down              | zulu.example.org is down
			550 <zulu@example.org>: unknown       | 550 <erased-1>: unknown
			""")
	void standsInTextsWhereTheNameIsAWord(String text, String renamed) {
		assertThat(ZULU.inText(text)).isEqualTo(renamed);
	}

	@Test
	void standsInFieldsOfPeopleAndInTheTextsBeside() {
		assertThat(ZULU.in("data", json("""
				{"incident": {"acknowledgedBy": "zulu", "title": "zulu", "team": "zulu", "labels": {"person": "zulu"}},
				 "entry": {"actor": "zulu", "code": "zulu", "params": {"recipient": "zulu", "target": "person:zulu"},
				 "texts": {"en": "By zulu", "fr": "Par zulu"}}, "people": [{"x": 1}, "zulu", "bob"]}"""))).isEqualTo(
				json("""
						{"incident": {"acknowledgedBy": "erased-1", "title": "zulu", "team": "zulu", "labels": {"person": "zulu"}},
						 "entry": {"actor": "erased-1", "code": "zulu", "params": {"recipient": "erased-1",
						 "target": "person:erased-1"}, "texts": {"en": "By erased-1", "fr": "Par erased-1"}},
						 "people": [{"x": 1}, "erased-1", "bob"]}"""));
	}

	@Test
	void leavesTextsAloneThatAreAboutSomethingElse() {
		JsonNode told = json("{\"actor\": \"bob\", \"team\": \"zulu\", \"texts\": {\"en\": \"zulu is down\"}}");
		assertThat(ZULU.in("data", told)).isSameAs(told);
	}

	@Test
	void standsInListsOfPeople() {
		assertThat(ZULU.in("people", json("[\"bob\", \"zulu\"]"))).isEqualTo(json("[\"bob\", \"erased-1\"]"));
		assertThat(ZULU.in("skipped", json("[\"zulu\"]"))).isEqualTo(json("[\"zulu\"]"));
	}

	@Test
	void standsForAddressesInReasons() {
		assertThat(ZULU.in("data", json("{\"recipient\": \"bob\", \"reason\": \"550 zulu@example.org\"}")))
			.isEqualTo(json("{\"recipient\": \"bob\", \"reason\": \"550 erased-1\"}"));
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
