package dev.vigie.alertingest.sender.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The ready mappings, a resource each.
 */
final class Presets {

	static final String NAMES = "suricata|fail2ban|crowdsec|eventbridge|zabbix|icinga|datadog";

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Map<String, Mapping> mappings = Stream.of(NAMES.split("\\|"))
		.collect(Collectors.toMap(Function.identity(), Presets::load));

	/**
	 * The mapping with what its preset adds.
	 */
	Mapping complete(Mapping mapping) {
		Mapping ready = (mapping.preset() != null) ? this.mappings.get(mapping.preset()) : null;
		return (ready != null) ? mapping.over(ready) : mapping;
	}

	private static Mapping load(String name) {
		try (InputStream stream = Presets.class.getResourceAsStream(name + ".json")) {
			if (stream == null) {
				throw new IllegalStateException("There is no mapping " + name);
			}
			return json.readValue(stream, Mapping.class);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
