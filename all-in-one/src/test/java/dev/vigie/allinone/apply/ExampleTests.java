package dev.vigie.allinone.apply;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExampleTests {

	@Test
	void isSoundAndTheSameBesideTheCommandAndInsideIt() {
		DocumentSet beside = beside("rewapp");
		DocumentSet inside = DocumentReader.read(Source.packaged("examples/rewapp"));
		assertThat(beside.findings()).isEmpty();
		assertThat(beside.kinds()).containsExactlyInAnyOrder(Kind.values());
		assertThat(inside.documents()).extracting(YamlDocument::title)
			.isEqualTo(beside.documents().stream().map(YamlDocument::title).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "koprogo", "csv-analyzer", "neopro", "symphonia" })
	void eachOrganisationHasWhatAPageNeeds(String organisation) {
		DocumentSet documents = beside(organisation);
		assertThat(documents.findings()).isEmpty();
		assertThat(documents.kinds()).contains(Kind.PERSON, Kind.TEAM, Kind.SCHEDULE, Kind.CHANNEL, Kind.SEVERITY_RULES,
				Kind.ESCALATION_POLICY, Kind.ROUTE, Kind.INTEGRATION);
	}

	@Test
	void noTwoOrganisationsUseOneName() {
		DocumentSet all = DocumentReader.read(Source.below(List.of(Path.of("../examples"))));
		assertThat(all.findings()).isEmpty();
	}

	private static DocumentSet beside(String organisation) {
		return DocumentReader.read(Source.below(List.of(Path.of("../examples", organisation))));
	}

}
