package dev.vigie.allinone.apply;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DiffTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	@Test
	void showsWhatGoesWhatComesAndALittleAround() {
		assertThat(Diff.between(List.of("a", "b", "c", "d", "e", "f", "g"), List.of("a", "b", "c", "x", "e", "f", "g")))
			.containsExactly("  b", "  c", "- d", "+ x", "  e", "  f");
	}

	@Test
	void leavesOutWhatIsFarFromAnyChange() {
		assertThat(Diff.between(List.of("a", "b", "c", "d", "e", "f", "g"), List.of("b", "c", "d", "e", "f", "h")))
			.containsExactly("- a", "  b", "  c", "  …", "  e", "  f", "- g", "+ h");
	}

	@Test
	void readsSpecsAsYaml() {
		assertThat(Diff.between(json.readTree("{\"title\":\"t\",\"people\":[\"ada\",\"grace\"]}"),
				json.readTree("{\"title\":\"t\",\"people\":[\"ada\",\"linus\"]}")))
			.containsExactly("  people:", "    - ada", "-   - grace", "+   - linus");
	}

	@Test
	void readsLongTextsLineByLine() {
		assertThat(Diff.between(json.readTree("{\"body\":\"one\\ntwo\\nthree\\n\"}"),
				json.readTree("{\"body\":\"one\\n2\\nthree\\n\"}")))
			.containsExactly("  body: |", "    one", "-   two", "+   2", "    three");
	}

	@Test
	void isEmptyWhenNothingChanges() {
		assertThat(Diff.between(List.of("a"), List.of("a"))).isEmpty();
	}

}
