package dev.vigie.allinone.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Real programs a journey drives. Where one is missing the journey skips and says how to
 * get it; with {@code VIGIE_JOURNEYS=required}, as in CI, it fails instead.
 */
final class Installed {

	private Installed() {
	}

	static Path alertmanager() {
		return find("prometheus-alertmanager", "alertmanager: apt-get install prometheus-alertmanager",
				"/usr/bin/prometheus-alertmanager", "/usr/bin/alertmanager", "/usr/local/bin/alertmanager");
	}

	static Path prometheus() {
		return find("prometheus", "prometheus: apt-get install prometheus", "/usr/bin/prometheus",
				"/usr/local/bin/prometheus");
	}

	static Path chromium() {
		return find("chromium", "a browser: apt-get install chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser",
				"/usr/bin/google-chrome");
	}

	private static Path find(String name, String advice, String... places) {
		Path found = Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
		if (found == null && "required".equals(System.getenv("VIGIE_JOURNEYS"))) {
			throw new AssertionError("This journey needs " + advice);
		}
		Assumptions.assumeTrue(found != null, () -> "Skipped without " + name + "; this journey needs " + advice);
		return found;
	}

}
