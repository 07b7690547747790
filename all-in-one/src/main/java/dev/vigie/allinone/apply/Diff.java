package dev.vigie.allinone.apply;

import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two specs as YAML, line by line: what goes ({@code -}), what comes ({@code +}), and a
 * little of what is around it.
 */
final class Diff {

	private static final int AROUND = 2;

	private static final JsonMapper json = JsonMapper.builder().build();

	private Diff() {
	}

	static List<String> between(JsonNode before, JsonNode after) {
		return between(yaml(before), yaml(after));
	}

	static List<String> between(List<String> before, List<String> after) {
		List<String> all = new ArrayList<>();
		int[][] common = common(before, after);
		int i = 0;
		int j = 0;
		while (i < before.size() || j < after.size()) {
			if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
				all.add("  " + before.get(i));
				i++;
				j++;
			}
			else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
				all.add("- " + before.get(i++));
			}
			else {
				all.add("+ " + after.get(j++));
			}
		}
		return around(all);
	}

	// Length of the longest common subsequence of what begins at i and at j.
	private static int[][] common(List<String> before, List<String> after) {
		int[][] common = new int[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				common[i][j] = before.get(i).equals(after.get(j)) ? common[i + 1][j + 1] + 1
						: Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		return common;
	}

	private static List<String> around(List<String> all) {
		List<String> lines = new ArrayList<>();
		boolean gap = false;
		for (int i = 0; i < all.size(); i++) {
			boolean near = all.subList(Math.max(0, i - AROUND), Math.min(all.size(), i + AROUND + 1))
				.stream()
				.anyMatch((line) -> !line.startsWith(" "));
			if (near) {
				if (gap && !lines.isEmpty()) {
					lines.add("  …");
				}
				lines.add(all.get(i));
			}
			gap = !near;
		}
		return lines;
	}

	private static List<String> yaml(JsonNode spec) {
		DumperOptions style = new DumperOptions();
		style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		style.setWidth(1000);
		style.setIndicatorIndent(2);
		style.setIndentWithIndicator(true);
		return new Yaml(style).dump(json.treeToValue(spec, Object.class)).lines().toList();
	}

}
