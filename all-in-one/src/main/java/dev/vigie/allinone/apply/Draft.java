package dev.vigie.allinone.apply;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.CommandFailure;

/**
 * A document that is tried and not applied.
 */
public final class Draft {

	private Draft() {
	}

	/**
	 * The spec of the only document of that kind in a file.
	 */
	public static JsonNode spec(Path file, String kind) {
		if (!Files.isRegularFile(file)) {
			throw new CommandFailure(file + " is no file");
		}
		DocumentSet read = DocumentReader.read(Source.below(List.of(file)));
		if (!read.findings().isEmpty()) {
			throw new CommandFailure(read.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")));
		}
		List<YamlDocument> found = read.documents()
			.stream()
			.filter((document) -> document.kind().word().equals(kind))
			.toList();
		if (found.size() != 1) {
			throw new CommandFailure("%s holds %d documents of kind %s, not one".formatted(file, found.size(), kind));
		}
		return found.getFirst().spec();
	}

}
