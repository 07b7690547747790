package dev.vigie.runbook.runbook;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Matchers as they stand in their column.
 */
class MatchersJson implements AttributeConverter<List<Matcher>, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	public String convertToDatabaseColumn(List<Matcher> matchers) {
		return JSON.writeValueAsString(matchers);
	}

	@Override
	public List<Matcher> convertToEntityAttribute(String column) {
		return read(column);
	}

	static List<Matcher> read(String column) {
		return JSON.readValue(column, new TypeReference<List<Matcher>>() {
		});
	}

}
