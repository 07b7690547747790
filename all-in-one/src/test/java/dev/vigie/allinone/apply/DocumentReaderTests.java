package dev.vigie.allinone.apply;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentReaderTests {

	private static final String PERSON = """
			apiVersion: vigie/v1
			kind: Person
			metadata:
			  name: ada
			spec:
			  displayName: Ada
			""";

	@Test
	void readsEveryDocumentOfAFileInTheOrderOfTheirKinds() {
		DocumentSet set = read("""
				# a comment alone
				---
				apiVersion: vigie/v1
				kind: Team
				metadata: {name: ops}
				spec: {members: [{person: ada}]}
				---
				""" + PERSON);
		assertThat(set.findings()).isEmpty();
		assertThat(set.documents()).extracting(YamlDocument::title).containsExactly("Person ada", "Team ops");
	}

	@Test
	void keepsPlainWordsAsTheyAreWritten() {
		DocumentSet set = read("""
				apiVersion: vigie/v1
				kind: Schedule
				metadata: {name: primary}
				spec: {start: 2026-01-05, time: 10:30, word: on, every: 1, share: 0.5, yes: true, none: ~, octal: 010}
				""");
		assertThat(set.documents().getFirst().spec()).hasToString(
				"""
						{"start":"2026-01-05","time":"10:30","word":"on","every":1,"share":0.5,"yes":true,"none":null,"octal":"010"}"""
					.strip());
	}

	@Test
	void namesFileLineFieldAndReason() {
		assertThat(messages("""
				apiVersion: v1
				kind: Persn
				metadata:
				  name: Ada
				  labels: {}
				extra: 1
				spec: []
				""")).containsExactlyInAnyOrder("some.yaml:1: apiVersion: must be vigie/v1",
				"some.yaml:2: kind: Persn is none of " + Kind.all(),
				"some.yaml:4: metadata.name: must be lower-case letters, digits, dots and dashes, at most 63",
				"some.yaml:5: metadata.labels: is not a known field here",
				"some.yaml:6: extra: is not a known field here", "some.yaml:7: spec: must be an object");
	}

	@Test
	void refusesTheSameDocumentTwice() {
		assertThat(messages(PERSON + "---\n" + PERSON))
			.containsExactly("some.yaml:11: metadata.name: Person ada stands already in some.yaml:4");
	}

	@Test
	void refusesAFieldThatStandsTwice() {
		assertThat(messages(PERSON + "  displayName: Grace\n"))
			.containsExactly("some.yaml:7: spec.displayName: stands here twice");
	}

	@Test
	void saysWhereTextIsNoYaml() {
		assertThat(messages(PERSON + "  - broken: [\n")).singleElement()
			.asString()
			.startsWith("some.yaml:7: is no YAML");
	}

	@Test
	void refusesWhatIsNoDocument() {
		assertThat(messages("- a\n- b\n")).singleElement().asString().startsWith("some.yaml:1: must be a document");
	}

	@Test
	void refusesToBeFloodedByAliases() {
		StringBuilder flood = new StringBuilder(PERSON).append("  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i < 9; i++) {
			flood.append("  a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ",").repeat(10)).append("x]\n");
		}
		assertThat(messages(flood.toString())).singleElement().asString().contains("repeats itself too often");
	}

	private static List<String> messages(String text) {
		return read(text).findings().stream().map(Finding::toString).toList();
	}

	private static DocumentSet read(String text) {
		return DocumentReader.read(List.of(new Source("some.yaml", text)));
	}

}
