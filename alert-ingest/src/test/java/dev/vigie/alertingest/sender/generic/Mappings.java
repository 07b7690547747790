package dev.vigie.alertingest.sender.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

/**
 * Settings as people write them, and bodies of the senders that presets are for.
 */
final class Mappings {

	private static final JsonMapper json = JsonMapper.builder().build();

	private Mappings() {
	}

	/**
	 * Settings with this mapping.
	 */
	static GenericSettings mapping(String mapping) {
		return new GenericSettings(json.readValue(mapping, Mapping.class));
	}

	static GenericSettings preset(String name) {
		return mapping("{\"preset\": \"%s\"}".formatted(name));
	}

	static String body(String name) {
		try (InputStream stream = Mappings.class.getResourceAsStream("/generic/" + name + ".json")) {
			if (stream == null) {
				throw new IllegalArgumentException("There is no body " + name);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
