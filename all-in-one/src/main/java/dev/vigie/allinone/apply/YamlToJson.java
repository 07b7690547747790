package dev.vigie.allinone.apply;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what was written into what is sent, and reports what has no meaning in JSON.
 */
final class YamlToJson {

	private static final int DEEPEST = 40;

	private static final int LARGEST = 100_000;

	private static final JsonNodeFactory json = JsonNodeFactory.instance;

	private final String file;

	private final List<Finding> findings;

	private int nodes;

	YamlToJson(String file, List<Finding> findings) {
		this.file = file;
		this.findings = findings;
	}

	JsonNode convert(Node node, String field) {
		return convert(node, field, 0);
	}

	private JsonNode convert(Node node, String field, int depth) {
		this.nodes++;
		if (depth > DEEPEST || this.nodes > LARGEST) {
			if (this.nodes <= LARGEST + 1) {
				this.nodes = LARGEST + 2; // aliases can make a page into a flood: say it
											// once
				report(node, field, "is nested too deeply or repeats itself too often");
			}
			return json.nullNode();
		}
		return switch (node) {
			case MappingNode mapping -> object(mapping, field, depth);
			case SequenceNode sequence -> array(sequence, field, depth);
			case ScalarNode scalar -> scalar(scalar, field);
			default -> json.nullNode();
		};
	}

	private ObjectNode object(MappingNode mapping, String field, int depth) {
		ObjectNode object = json.objectNode();
		for (NodeTuple entry : mapping.getValue()) {
			if (!(entry.getKeyNode() instanceof ScalarNode key)) {
				report(entry.getKeyNode(), field, "a key must be a word");
				continue;
			}
			String name = key.getValue();
			String path = field.isEmpty() ? name : field + "." + name;
			if (object.has(name)) {
				report(key, path, "stands here twice");
			}
			if (name.equals("<<") && key.isPlain()) {
				report(key, path, "merging is not part of YAML 1.2; write the fields out");
				continue;
			}
			object.set(name, convert(entry.getValueNode(), path, depth + 1));
		}
		return object;
	}

	private ArrayNode array(SequenceNode sequence, String field, int depth) {
		ArrayNode array = json.arrayNode();
		for (Node item : sequence.getValue()) {
			array.add(convert(item, field + "[" + array.size() + "]", depth + 1));
		}
		return array;
	}

	private JsonNode scalar(ScalarNode scalar, String field) {
		String text = scalar.getValue();
		Tag tag = scalar.getTag();
		try {
			if (tag.equals(Tag.NULL)) {
				return json.nullNode();
			}
			if (tag.equals(Tag.BOOL)) {
				return json.booleanNode(text.toLowerCase(Locale.ROOT).equals("true"));
			}
			if (tag.equals(Tag.INT)) {
				return json.numberNode(new BigInteger(text));
			}
			if (tag.equals(Tag.FLOAT)) {
				return json.numberNode(new BigDecimal(text));
			}
		}
		catch (NumberFormatException _) {
			report(scalar, field, "is no number");
		}
		if (!tag.equals(Tag.STR)) {
			report(scalar, field, "has the tag " + tag + ", which means nothing here");
		}
		return json.stringNode(text);
	}

	private void report(Node node, String field, String reason) {
		this.findings.add(new Finding(this.file, Lines.line(node), field, reason));
	}

}
