package dev.vigie.oncall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests that {@code docs/schedules-checks.md} names are there.
 */
class ChecklistTests {

	private static final Pattern NAMED = Pattern.compile("`(\\w+Tests\\.\\w+)`");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d+\\.\\d+ \\|.*$");

	private static final Pattern TEST = Pattern.compile("@(?:Test|ParameterizedTest)\\b[\\s\\S]*?\\bvoid (\\w+)\\(");

	@Test
	void everyLineHasATestThatIsThere() throws IOException {
		String checks = Files.readString(Path.of("../docs/schedules-checks.md"));
		List<String> rows = ROW.matcher(checks).results().map((row) -> row.group()).toList();
		assertThat(rows).hasSizeGreaterThan(40).allMatch((row) -> NAMED.matcher(row).find());
		Set<String> named = new TreeSet<>();
		NAMED.matcher(checks).results().forEach((name) -> named.add(name.group(1)));
		assertThat(tests()).containsAll(named);
	}

	private static Set<String> tests() throws IOException {
		Set<String> tests = new TreeSet<>();
		for (String module : List.of("../oncall-service", "../escalation-service")) {
			try (Stream<Path> files = Files.walk(Path.of(module, "src/test/java"))) {
				for (Path file : files.filter((path) -> path.toString().endsWith("Tests.java")).toList()) {
					String type = file.getFileName().toString().replace(".java", "");
					TEST.matcher(Files.readString(file))
						.results()
						.forEach((test) -> tests.add(type + "." + test.group(1)));
				}
			}
		}
		return tests;
	}

}
