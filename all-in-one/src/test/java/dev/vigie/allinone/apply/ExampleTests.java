package dev.vigie.allinone.apply;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExampleTests {

	@Test
	void isSoundAndTheSameBesideTheCommandAndInsideIt() {
		DocumentSet beside = DocumentReader.read(Source.below(List.of(Path.of("../examples/rewapp"))));
		DocumentSet inside = DocumentReader.read(Source.packaged("examples/rewapp"));
		assertThat(beside.findings()).isEmpty();
		assertThat(beside.kinds()).containsExactlyInAnyOrder(Kind.values());
		assertThat(inside.documents()).extracting(YamlDocument::title)
			.isEqualTo(beside.documents().stream().map(YamlDocument::title).toList());
	}

}
