package dev.vigie.escalation.update;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TemplateTests {

	@Test
	void isFilledInEveryPlace() {
		assertThat(fill("{severity} - {title}: {title}", Map.of(Placeholder.SEVERITY, "P1", Placeholder.TITLE, "Down")))
			.isEqualTo("P1 - Down: Down");
	}

	@Test
	void keepsDoubledBraces() {
		assertThat(fill("{{title}} {title}", Map.of(Placeholder.TITLE, "Down"))).isEqualTo("{title} Down");
	}

	@Test
	void leavesOutALineThatHasNothingToSay() {
		assertThat(fill("a\nNext: {nextUpdate}\n{title}{nextUpdate}\n\nb", Map.of(Placeholder.TITLE, "Down")))
			.isEqualTo("a\nDown\n\nb");
	}

	@Test
	void neverReadsWhatItIsFilledWith() {
		assertThat(fill("{message}", Map.of(Placeholder.MESSAGE, "{title} {{ }} {", Placeholder.TITLE, "Down")))
			.isEqualTo("{title} {{ }} {");
	}

	@ParameterizedTest
	@CsvSource({ "'a {foo} b', {foo}", "'{Title}', {Title}", "'{}', {}", "'a { b', not closed",
			"'a } b', closes nothing", "'{title', not closed", "'{ti{tle}', {ti{tle}" })
	void refusesWhatIsNoPlaceholder(String text, String said) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Template.parse("fr.text", text))
			.withMessageStartingWith("fr.text: ")
			.withMessageContaining(said);
	}

	@Test
	void namesThosePlaceholdersThatThereAre() {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Template.parse("en.subject", "{name}"))
			.withMessage(
					"en.subject: has no placeholder {name}; there are number, title, severity, status, team, impact, "
							+ "started, engineer, message, actions, updated, nextUpdate, link");
	}

	@ParameterizedTest
	@EnumSource(UpdateStatus.class)
	void isReadyForEachStatusInBothLanguages(UpdateStatus status) {
		assertThatCode(() -> DefaultTemplates.of(status).check()).doesNotThrowAnyException();
	}

	@Test
	void isFilledOrRefusedWhateverItSaysAndEscapedItSaysItself() {
		Random random = new Random(7);
		String[] pieces = { "{", "}", "{{", "}}", "{title}", "{link}", "x", " ", "\n", "é", "🚨", "{nope}" };
		Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
		Stream.of(Placeholder.values()).forEach((place) -> values.put(place, "[" + place + "]"));
		for (int i = 0; i < 20_000; i++) {
			String text = random.ints(8, 0, pieces.length).mapToObj((at) -> pieces[at]).collect(Collectors.joining());
			assertThat(fill(text.replace("{", "{{").replace("}", "}}"), values)).isEqualTo(text.strip());
			try {
				fill(text, values);
			}
			catch (Invalid refused) {
				assertThat(refused).hasMessageStartingWith("text: has ");
			}
		}
	}

	private static String fill(String text, Map<Placeholder, String> values) {
		return Template.parse("text", text).fill(values);
	}

}
