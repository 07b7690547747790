package dev.vigie.allinone.apply;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;

import dev.vigie.shared.document.Names;

/**
 * Reads documents out of files and collects everything that is wrong with their frame;
 * what their {@code spec} may say is for the server to judge.
 */
final class DocumentReader {

	private static final String VERSION = "vigie/v1";

	private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "metadata", "spec");

	private final List<Finding> findings = new ArrayList<>();

	private final List<YamlDocument> documents = new ArrayList<>();

	private final Map<String, Finding> firsts = new HashMap<>();

	private DocumentReader() {
	}

	static DocumentSet read(List<Source> sources) {
		DocumentReader reader = new DocumentReader();
		sources.forEach(reader::read);
		return new DocumentSet(reader.documents, reader.findings);
	}

	private void read(Source source) {
		LoaderOptions limits = new LoaderOptions();
		limits.setMaxAliasesForCollections(100);
		DumperOptions unused = new DumperOptions();
		Yaml yaml = new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new CoreSchema());
		try {
			for (Node root : yaml.composeAll(new StringReader(source.text()))) {
				if (!root.getTag().equals(Tag.NULL)) {
					read(source.file(), root);
				}
			}
		}
		catch (MarkedYAMLException failure) {
			int line = (failure.getProblemMark() != null) ? failure.getProblemMark().getLine() + 1 : 1;
			this.findings.add(new Finding(source.file(), line, "", "is no YAML: " + failure.getProblem()));
		}
		catch (YAMLException failure) {
			this.findings.add(new Finding(source.file(), 1, "", "is no YAML: " + failure.getMessage()));
		}
	}

	private void read(String file, Node root) {
		if (!(root instanceof MappingNode)) {
			this.findings.add(new Finding(file, Lines.line(root), "",
					"must be a document with apiVersion, kind, " + "metadata and spec"));
			return;
		}
		JsonNode content = new YamlToJson(file, this.findings).convert(root, "");
		for (String field : content.propertyNames()) {
			if (!FIELDS.contains(field)) {
				report(file, root, field, "is not a known field here");
			}
		}
		if (!content.path("apiVersion").asString("").equals(VERSION)) {
			report(file, root, "apiVersion", "must be " + VERSION);
		}
		Optional<Kind> kind = kind(file, root, content);
		Optional<String> name = name(file, root, content);
		if (!content.path("spec").isObject()) {
			report(file, root, "spec", content.has("spec") ? "must be an object" : "is missing");
		}
		if (kind.isPresent() && name.isPresent() && content.path("spec").isObject()) {
			add(new YamlDocument(file, kind.get(), name.get(), content.path("spec"), root));
		}
	}

	private Optional<Kind> kind(String file, Node root, JsonNode content) {
		String word = content.path("kind").asString("");
		Optional<Kind> kind = Kind.of(word);
		if (kind.isEmpty()) {
			report(file, root, "kind", word.isEmpty() ? "is missing" : word + " is none of " + Kind.all());
		}
		return kind;
	}

	private Optional<String> name(String file, Node root, JsonNode content) {
		JsonNode metadata = content.path("metadata");
		for (String field : metadata.propertyNames()) {
			if (!field.equals("name")) {
				report(file, root, "metadata." + field, "is not a known field here");
			}
		}
		JsonNode name = metadata.path("name");
		if (!name.isString() || !name.asString().matches(Names.PATTERN)) {
			report(file, root, "metadata.name", name.isMissingNode() ? "is missing"
					: "must be lower-case letters, digits, dots and dashes, at most 63");
			return Optional.empty();
		}
		return Optional.of(name.asString());
	}

	private void add(YamlDocument document) {
		Finding here = document.finding("metadata.name", document.title());
		Finding first = this.firsts.putIfAbsent(document.title(), here);
		if (first == null) {
			this.documents.add(document);
		}
		else {
			this.findings.add(document.finding("metadata.name",
					"%s stands already in %s:%d".formatted(document.title(), first.file(), first.line())));
		}
	}

	private void report(String file, Node root, String field, String reason) {
		this.findings.add(new Finding(file, Lines.of(root, field), field, reason));
	}

}
