package dev.vigie.allinone.apply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The documents that were read, in the order in which they may point to each other.
 *
 * @param documents those whose frame is sound
 * @param findings what is wrong with the others
 */
record DocumentSet(List<YamlDocument> documents, List<Finding> findings) {

	DocumentSet {
		documents = documents.stream()
			.sorted(Comparator.comparing(YamlDocument::kind).thenComparing(YamlDocument::name))
			.toList();
		findings = List.copyOf(findings);
	}

	boolean has(Kind kind, String name) {
		return find(kind, name).isPresent();
	}

	Optional<YamlDocument> find(Kind kind, String name) {
		return this.documents.stream()
			.filter((document) -> document.kind() == kind && document.name().equals(name))
			.findFirst();
	}

	Set<Kind> kinds() {
		return this.documents.stream().map(YamlDocument::kind).collect(Collectors.toSet());
	}

}
