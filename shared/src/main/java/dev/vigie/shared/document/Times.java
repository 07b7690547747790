package dev.vigie.shared.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads days and times as people write them, and in no other way: a year that stands
 * alone is a number in YAML, and would be taken for days since 1970.
 */
final class Times {

	static final SimpleModule MODULE = new SimpleModule("written-times")
		.addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse))
		.addDeserializer(Instant.class, new Written<>(Instant.class, (text) -> OffsetDateTime.parse(text).toInstant()));

	private Times() {
	}

	private static final class Written<T> extends StdDeserializer<T> {

		private final Class<T> type;

		private final Function<String, T> parser;

		Written(Class<T> type, Function<String, T> parser) {
			super(type);
			this.type = type;
			this.parser = parser;
		}

		@Override
		public T deserialize(JsonParser json, DeserializationContext context) {
			if (!json.hasToken(JsonToken.VALUE_STRING)) {
				return this.type.cast(context.handleUnexpectedToken(this.type, json));
			}
			String text = json.getString();
			try {
				return this.parser.apply(text);
			}
			catch (DateTimeException _) {
				throw context.weirdStringException(text, this.type, "not as it is written");
			}
		}

	}

}
