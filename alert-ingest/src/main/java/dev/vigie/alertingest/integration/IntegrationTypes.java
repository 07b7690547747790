package dev.vigie.alertingest.integration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

/**
 * All kinds of sender by their names.
 */
@Component
class IntegrationTypes {

	private final Map<String, IntegrationType> types = new HashMap<>();

	private final Map<String, IntegrationType> names = new HashMap<>();

	private final Specs specs;

	private final JsonMapper json;

	IntegrationTypes(List<IntegrationType> types, Specs specs, JsonMapper json) {
		types.forEach((type) -> {
			this.types.put(type.type(), type);
			this.names.put(type.type(), type);
			type.aliases().forEach((alias) -> this.names.put(alias, type));
		});
		this.specs = specs;
		this.json = json;
	}

	/**
	 * The type that is named, by its own name.
	 * @throws Invalid when there is none
	 */
	IntegrationType type(String name) {
		IntegrationType type = this.types.get(name);
		if (type == null) {
			throw new Invalid("type", "must be one of: " + String.join(", ", new TreeSet<>(this.types.keySet())));
		}
		return type;
	}

	/**
	 * Whether addresses with this name lead to integrations of the type.
	 */
	boolean isNameOf(String name, String type) {
		return Optional.ofNullable(this.names.get(name)).filter((known) -> known.type().equals(type)).isPresent();
	}

	/**
	 * Reads a document with the settings of its type.
	 * @throws Invalid with the paths of the fields that are wrong
	 */
	IntegrationSpec spec(JsonNode body) {
		IntegrationSpec spec = this.specs.read(body, IntegrationSpec.class);
		checked(type(spec.type()), spec.settings());
		return spec;
	}

	/**
	 * Reads the settings of a type.
	 * @throws Invalid with the paths of the fields that are wrong
	 */
	Object settings(IntegrationType type, @Nullable JsonNode settings) {
		return below(
				() -> this.specs.read((settings != null) ? settings : this.json.createObjectNode(), type.settings()));
	}

	/**
	 * Reads the settings of a type as they are about to be saved.
	 * @throws Invalid with the paths of the fields that are wrong
	 */
	Object checked(IntegrationType type, @Nullable JsonNode settings) {
		Object read = settings(type, settings);
		return below(() -> {
			type.check(read);
			return read;
		});
	}

	private static Object below(Supplier<Object> reading) {
		try {
			return reading.get();
		}
		catch (Invalid invalid) {
			throw new Invalid(invalid.errors()
				.stream()
				.map((error) -> new Problem.FieldError(
						error.field().isEmpty() ? "settings" : "settings." + error.field(), error.reason()))
				.toList());
		}
	}

}
