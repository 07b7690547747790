package dev.vigie.allinone.apply;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds the line of a field such as {@code spec.layers[0].rotation.people[1]}.
 */
final class Lines {

	// A name, an index or key in brackets; what validators add in angle brackets says
	// nothing here.
	private static final Pattern STEP = Pattern.compile("<[^>]*>|\\[([^\\]]*)\\]|([^.\\[<]+)");

	private Lines() {
	}

	/**
	 * The line of the field, or of the nearest thing around it that is there.
	 */
	static int of(Node root, String field) {
		Node node = root;
		int line = line(root);
		for (String step : steps(field)) {
			switch (node) {
				case MappingNode mapping -> {
					Optional<NodeTuple> entry = entry(mapping, step);
					if (entry.isEmpty()) {
						return line;
					}
					line = line(entry.get().getKeyNode());
					node = entry.get().getValueNode();
				}
				case SequenceNode sequence when isIndexOf(sequence, step) -> {
					node = sequence.getValue().get(Integer.parseInt(step));
					line = line(node);
				}
				default -> {
					return line;
				}
			}
		}
		return line;
	}

	static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

	private static List<String> steps(String field) {
		return STEP.matcher(field)
			.results()
			.filter((step) -> !step.group().startsWith("<"))
			.map(Lines::word)
			.filter((step) -> !step.isEmpty())
			.toList();
	}

	private static String word(MatchResult step) {
		return (step.group(1) != null) ? step.group(1) : step.group(2);
	}

	private static Optional<NodeTuple> entry(MappingNode mapping, String key) {
		return mapping.getValue()
			.stream()
			.filter((entry) -> entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
			.findFirst();
	}

	private static boolean isIndexOf(SequenceNode sequence, String step) {
		return step.matches("[0-9]{1,6}") && Integer.parseInt(step) < sequence.getValue().size();
	}

}
