package dev.vigie.alertingest.sender.generic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.cel.common.values.NullValue;
import tools.jackson.databind.JsonNode;

/**
 * Makes a body's JSON the values of the language. A member that is null is as if it were
 * not there.
 */
final class BodyValues {

	private BodyValues() {
	}

	static Object of(JsonNode node) {
		return switch (node.getNodeType()) {
			case OBJECT -> {
				Map<String, Object> map = new LinkedHashMap<>();
				node.properties().forEach((member) -> {
					if (!member.getValue().isNull()) {
						map.put(member.getKey(), of(member.getValue()));
					}
				});
				yield map;
			}
			case ARRAY -> {
				List<Object> list = new ArrayList<>(node.size());
				node.forEach((element) -> list.add(of(element)));
				yield list;
			}
			case BOOLEAN -> node.booleanValue();
			case NUMBER -> number(node);
			case STRING -> node.stringValue();
			default -> NullValue.NULL_VALUE;
		};
	}

	private static Object number(JsonNode node) {
		if (node.isIntegralNumber() && node.canConvertToLong()) {
			return node.longValue();
		}
		return node.numberValue().doubleValue();
	}

}
