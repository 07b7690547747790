package dev.vigie.oncall.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.validation.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.document.Specs;

import static org.assertj.core.api.Assertions.assertThat;

class ExamplePeopleTests {

	private static final JsonMapper json = JsonMapper.shared();

	private final Specs specs = new Specs(json, Validation.buildDefaultValidatorFactory().getValidator());

	static Stream<JsonNode> people() throws IOException {
		List<Path> files;
		try (Stream<Path> found = Files.find(Path.of("../examples"), 3, (path, _) -> path.endsWith("people.yaml"))) {
			files = found.toList();
		}
		assertThat(files).isNotEmpty();
		return files.stream().flatMap((file) -> StreamSupport.stream(documents(file).spliterator(), false));
	}

	private static Iterable<JsonNode> documents(Path file) {
		try {
			return StreamSupport.stream(new Yaml().loadAll(Files.readString(file)).spliterator(), false)
				.map((document) -> json.<JsonNode>valueToTree(((Map<?, ?>) document).get("spec")))
				.toList();
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	@ParameterizedTest
	@MethodSource("people")
	void areRight(JsonNode spec) {
		assertThat(Contradictions.of(this.specs.read(spec, PersonSpec.class))).isEmpty();
	}

}
