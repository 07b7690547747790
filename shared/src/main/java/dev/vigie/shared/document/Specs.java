package dev.vigie.shared.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Misreading;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Reads the {@code spec} of a configuration document strictly: an unknown field, a wrong
 * type or a broken constraint is refused with the path of the field.
 */
public class Specs {

	private static final Pattern CONTAINER = Pattern.compile("\\.?<[^>]*>");

	private final JsonMapper json;

	private final Validator validator;

	public Specs(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Reads and validates.
	 * @param <S> the type of the spec
	 * @param body the spec as it was sent
	 * @param type the record to read it into, with Jakarta Validation constraints
	 * @return the spec
	 * @throws Invalid naming every field that is wrong
	 */
	public <S> S read(@Nullable JsonNode body, Class<S> type) {
		if (body == null || !body.isObject()) {
			throw new Invalid("", "must be an object");
		}
		UnknownFields unknown = new UnknownFields();
		JsonMapper strict = this.json.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.addHandler(unknown)
			.addModule(Times.MODULE)
			.build();
		S spec;
		try {
			spec = strict.treeToValue(body, type);
		}
		catch (JacksonException failure) {
			throw new Invalid(List.of(Misreading.of(failure)));
		}
		List<FieldError> errors = new ArrayList<>(unknown.errors);
		for (ConstraintViolation<S> violation : this.validator.validate(spec)) {
			errors.add(new FieldError(path(violation), violation.getMessage()));
		}
		if (!errors.isEmpty()) {
			throw new Invalid(errors);
		}
		return spec;
	}

	private static String path(ConstraintViolation<?> violation) {
		return CONTAINER.matcher(violation.getPropertyPath().toString()).replaceAll("");
	}

	private static final class UnknownFields extends DeserializationProblemHandler {

		private final List<FieldError> errors = new ArrayList<>();

		@Override
		public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
				ValueDeserializer<?> deserializer, Object bean, String name) {
			this.errors.add(new FieldError(path(holder(parser), name), "is not a known field here"));
			parser.skipChildren();
			return true;
		}

		// The parser already stands on the value: at the start of an object, one level
		// too deep.
		private static @Nullable TokenStreamContext holder(JsonParser parser) {
			TokenStreamContext context = parser.streamReadContext();
			return parser.currentToken().isStructStart() ? context.getParent().getParent() : context.getParent();
		}

		private static String path(@Nullable TokenStreamContext place, String name) {
			String path = name;
			TokenStreamContext context = place;
			while (context != null && !context.inRoot()) {
				if (context.inObject() && context.currentName() != null) {
					path = context.currentName() + (path.startsWith("[") ? "" : ".") + path;
				}
				else if (context.inArray()) {
					path = "[" + context.getCurrentIndex() + "]" + (path.startsWith("[") ? "" : ".") + path;
				}
				context = context.getParent();
			}
			return path;
		}

	}

}
