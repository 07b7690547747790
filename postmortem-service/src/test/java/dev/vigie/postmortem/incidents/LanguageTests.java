package dev.vigie.postmortem.incidents;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests {

	@ParameterizedTest
	@CsvSource(nullValues = "none", delimiter = '|', textBlock = """
			none                  | EN
			''                    | EN
			en                    | EN
			fr                    | FR
			fr-CA                 | FR
			fr-FR,fr;q=0.9,en;q=0.8 | FR
			en;q=0.5, fr;q=0.7    | FR
			de, fr;q=0.2          | FR
			de                    | EN
			*                     | EN
			;;q=,                 | EN
			""")
	void isTheOneTheReaderWantsMost(String header, Language language) {
		assertThat(Language.of(header)).isEqualTo(language);
	}

}
