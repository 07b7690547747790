package dev.vigie.escalation.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.escalation.condition.Condition;
import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Standing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The escalation policies of the organisations in {@code examples}; whom they tell is
 * compared with the tables in their READMEs where schedules are known, in all-in-one.
 */
class ExamplePolicyTests {

	private static final Conditions CONDITIONS = new Conditions();

	static Stream<Policy> policies() throws IOException {
		try (Stream<Path> found = Files.find(Path.of("../examples"), 3,
				(path, _) -> path.endsWith("escalation-policy.yaml"))) {
			return found.toList().stream().flatMap(ExamplePolicyTests::read);
		}
	}

	@ParameterizedTest
	@MethodSource("policies")
	void meanSomethingForEverySeverity(Policy policy) {
		assertThat(policy.spec().severities()).containsOnlyKeys("P1", "P2", "P3", "P4", "P5");
		policy.spec()
			.severities()
			.values()
			.stream()
			.flatMap((severity) -> severity.steps().stream())
			.filter((step) -> step.when() != null)
			.forEach((step) -> assertThat(condition(step).asked().variables()).isNotEmpty());
	}

	@Test
	void rewappsChiefExecutiveHearsOnlyWhenTheBusinessIsAffected() throws IOException {
		Condition condition = policies().filter((policy) -> policy.name().equals("rewapp"))
			.flatMap((policy) -> policy.spec().severities().get("P1").steps().stream())
			.filter((step) -> step.targets().stream().anyMatch((target) -> "ceo".equals(target.position())))
			.map(ExamplePolicyTests::condition)
			.findFirst()
			.orElseThrow();
		Facts outage = new Facts(Map.of("alertname", "ApiDown"), Map.of(), 1, "alertmanager", "platform");
		assertThat(condition.holds(outage)).isFalse();
		assertThat(condition.holds(outage.with(new Standing("P1", true)))).isTrue();
		assertThat(condition.holds(new Facts(Map.of("category", "business"), Map.of(), 1, "alertmanager", "platform")))
			.isTrue();
	}

	private static Condition condition(EscalationPolicySpec.Step step) {
		return CONDITIONS.compile("when", String.valueOf(step.when()));
	}

	private static Stream<Policy> read(Path file) {
		try {
			List<Object> documents = StreamSupport
				.stream(new Yaml().loadAll(Files.readString(file)).spliterator(), false)
				.toList();
			return documents.stream().map((document) -> (Map<?, ?>) document).map(ExamplePolicyTests::policy);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Policy policy(Map<?, ?> document) {
		JsonMapper json = JsonMapper.shared();
		return new Policy(String.valueOf(((Map<?, ?>) document.get("metadata")).get("name")),
				json.readValue(json.writeValueAsString(document.get("spec")), EscalationPolicySpec.class));
	}

	record Policy(String name, EscalationPolicySpec spec) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
