package dev.vigie.alertingest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.vigie.alertingest.Fixtures;

/**
 * A good delivery to begin with.
 *
 * @param settings of the integration it goes to, as people write them
 * @param method how it comes over HTTP
 * @param below what follows the integration's address over HTTP
 * @param rest the same as parsers are given it
 */
record Seed(String settings, String method, String below, String rest, Map<String, String> headers, byte[] body) {

	static Seed fixture(String name) {
		return new Seed("{}", "POST", "", "", Map.of("Content-Type", "application/json"), Fixtures.bytes(name));
	}

	static Seed text(String body) {
		return new Seed("{}", "POST", "", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
	}

	Seed at(String below, String rest) {
		return new Seed(this.settings, this.method, below, rest, this.headers, this.body);
	}

	Seed by(String method) {
		return new Seed(this.settings, method, this.below, this.rest, this.headers, this.body);
	}

	Seed with(String settings) {
		return new Seed(settings, this.method, this.below, this.rest, this.headers, this.body);
	}

	Seed headed(Map<String, String> headers) {
		return new Seed(this.settings, this.method, this.below, this.rest, headers, this.body);
	}

	/**
	 * The same delivery with other headers and another body.
	 */
	Seed saying(Map<String, String> headers, byte[] body) {
		return new Seed(this.settings, this.method, this.below, this.rest, headers, body);
	}

}
