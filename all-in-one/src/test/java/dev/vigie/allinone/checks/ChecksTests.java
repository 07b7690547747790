package dev.vigie.allinone.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of {@code docs/senders/checks.md} and the tests that carry the numbers of its
 * checks say the same.
 */
class ChecksTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern TEST = Pattern.compile(
			"@DisplayName\\(\\s*\"Check (\\d+): [^\"]+\"\\)(?:\\s*@[^\\n]*(?:\\n\\t\\t[^\\n]*)*)*\\s*(?:void (\\w+)\\(|class (\\w+))");

	private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|[^|]*\\| (.*) \\|");

	private static final Pattern NAMED = Pattern.compile("`(\\w+(?:\\.\\w+)?)`");

	/**
	 * What awaits a channel that is not there yet.
	 */
	private static final Set<Integer> AWAITED = Set.of(22);

	@Test
	void everyCheckHasATestOfItsNumber() throws IOException {
		assertThat(tests().keySet()).containsExactlyElementsOf(
				IntStream.rangeClosed(1, 24).boxed().filter((check) -> !AWAITED.contains(check)).toList());
	}

	@Test
	void theTableNamesThemAll() throws IOException {
		Map<Integer, Set<String>> table = new TreeMap<>();
		Files.readAllLines(ROOT.resolve("docs/senders/checks.md"))
			.forEach((line) -> ROW.matcher(line)
				.results()
				.forEach((row) -> table.put(Integer.valueOf(row.group(1)),
						NAMED.matcher(row.group(2))
							.results()
							.map((test) -> test.group(1))
							.collect(Collectors.toCollection(TreeSet::new)))));
		assertThat(table).hasSize(24);
		AWAITED.forEach((check) -> assertThat(table.remove(check)).isEmpty());
		assertThat(table).isEqualTo(tests());
	}

	private static Map<Integer, Set<String>> tests() throws IOException {
		Map<Integer, Set<String>> tests = new TreeMap<>();
		try (Stream<Path> modules = Files.list(ROOT)) {
			for (Path sources : modules.map((module) -> module.resolve("src/test/java"))
				.filter(Files::exists)
				.toList()) {
				try (Stream<Path> files = Files.walk(sources)) {
					for (Path file : files.filter((path) -> path.toString().endsWith("Tests.java")).toList()) {
						collect(file, tests);
					}
				}
			}
		}
		return tests;
	}

	private static void collect(Path file, Map<Integer, Set<String>> into) throws IOException {
		String type = file.getFileName().toString().replace(".java", "");
		TEST.matcher(Files.readString(file))
			.results()
			.forEach((test) -> into.computeIfAbsent(Integer.valueOf(test.group(1)), (_) -> new TreeSet<>())
				.add((test.group(2) != null) ? type + "." + test.group(2) : type));
	}

}
