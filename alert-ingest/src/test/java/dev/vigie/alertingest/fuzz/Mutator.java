package dev.vigie.alertingest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes bodies that no sender meant: the tree of a good one with something else at some
 * places, or its bytes with some of them changed. The same numbers make the same body.
 */
final class Mutator {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final JsonNodeFactory nodes = json.getNodeFactory();

	private static final List<String> TEXTS = List.of("", " ", "\0", "a\0b", "\ud800", "x\udc00y", "\ud83d\udd25",
			"\u202egnp.exe", "<script>alert(1)</script>", "\"'`${jndi:ldap://x}{{7*7}}", "\\", "%00%2f%", "../../..",
			"firing", "resolved", "alerting", "ok", "trigger", "resolve", "acknowledge", "close", "null", "true", "NaN",
			"0001-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "-999999999-01-01T00:00:00Z", "2026-13-45T99:99:99Z",
			"+1000000000-12-31T23:59:59.999999999+18:00", "2026-11-21T09:00:00.123456789+0000", "1795251492",
			"javascript:alert(1)", "https://[::1", "http://x/\r\nSet-Cookie: a", "file:///etc/passwd", "P0", "P9",
			"arn:aws:cloudwatch:eu-west-1:1:alarm:x", "1e400", "-0", "__proto__", "x".repeat(600), "é".repeat(5000),
			"\ud83d\ude00".repeat(300), "a\n".repeat(2000), "{\"Message\":{}}", "[".repeat(90));

	private static final List<String> RAW = List.of("1e999999", "-1e-999999", "123456789".repeat(12), "0.1e1",
			"9223372036854775808", "-9223372036854775809", "1e99", "\"\\ud800\"", "\"\\u0000\"", "\"\\udfff\\ud800\"",
			"[".repeat(99) + "]".repeat(99), "[".repeat(200) + "]".repeat(200),
			"{\"a\":".repeat(98) + "1" + "}".repeat(98), "NaN", "01", "'a'", "\"\t\"", "{\"a\":1,\"a\":2}", "nul",
			"/* */ 1", "[1,]", "\ufeff1");

	private final RandomGenerator random;

	Mutator(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * Another body.
	 */
	byte[] mutate(byte[] body, List<byte[]> others) {
		byte[] mutated = body;
		int rounds = 1 + this.random.nextInt(3);
		for (int round = 0; round < rounds; round++) {
			mutated = (this.random.nextInt(3) > 0) ? tree(mutated) : bytes(mutated, others);
		}
		return mutated;
	}

	/**
	 * A text that somebody might put anywhere.
	 */
	String text() {
		return TEXTS.get(this.random.nextInt(TEXTS.size()));
	}

	private byte[] tree(byte[] body) {
		try {
			JsonNode tree = json.readTree(body);
			if (tree == null || !tree.isContainer()) {
				return bytes(body, List.of(body));
			}
			String mark = "\u0001mark\u0001";
			int changes = 1 + this.random.nextInt(4);
			boolean marked = false;
			for (int i = 0; i < changes; i++) {
				marked |= change(tree, mark);
			}
			String text = json.writeValueAsString(tree);
			if (marked) {
				text = text.replace(json.writeValueAsString(mark), RAW.get(this.random.nextInt(RAW.size())));
			}
			return text.getBytes(StandardCharsets.UTF_8);
		}
		catch (JacksonException _) {
			return bytes(body, List.of(body));
		}
	}

	private boolean change(JsonNode tree, String mark) {
		List<JsonNode> containers = new ArrayList<>();
		collect(tree, containers);
		JsonNode place = containers.get(this.random.nextInt(containers.size()));
		boolean raw = this.random.nextInt(6) == 0;
		JsonNode value = raw ? nodes.stringNode(mark) : value(containers);
		if (place instanceof ObjectNode object) {
			change(object, value);
		}
		else if (place instanceof ArrayNode array) {
			change(array, value);
		}
		return raw;
	}

	private void change(ObjectNode object, JsonNode value) {
		List<String> names = new ArrayList<>(object.propertyNames());
		String name = names.isEmpty() ? text() : names.get(this.random.nextInt(names.size()));
		switch (this.random.nextInt(8)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(text(), value);
			case 2 -> {
				JsonNode moved = object.remove(name);
				object.set(text(), (moved != null) ? moved : value);
			}
			case 3 -> {
				JsonNode inner = object.get(name);
				if (inner != null && inner.isString()) {
					object.put(name, spliced(inner.asString()));
				}
			}
			default -> object.set(name, value);
		}
	}

	private void change(ArrayNode array, JsonNode value) {
		int size = array.size();
		switch (this.random.nextInt(4)) {
			case 0 -> {
				if (size > 0) {
					array.remove(this.random.nextInt(size));
				}
			}
			case 1 -> {
				if (size > 0) {
					array.add(array.get(this.random.nextInt(size)).deepCopy());
				}
			}
			case 2 -> array.insert(this.random.nextInt(size + 1), value);
			default -> {
				if (size > 0) {
					array.set(this.random.nextInt(size), value);
				}
			}
		}
	}

	private JsonNode value(List<JsonNode> containers) {
		return switch (this.random.nextInt(9)) {
			case 0 -> nodes.nullNode();
			case 1 -> nodes.booleanNode(this.random.nextBoolean());
			case 2 -> nodes.numberNode(this.random.nextLong());
			case 3 -> nodes.numberNode(Double.longBitsToDouble(this.random.nextLong() & 0xffefffffffffffffL));
			case 4 -> nodes.objectNode();
			case 5 -> nodes.arrayNode();
			case 6 -> containers.get(this.random.nextInt(containers.size())).deepCopy();
			default -> nodes.stringNode(text());
		};
	}

	// Some senders put JSON into a text.
	private String spliced(String text) {
		if (text.startsWith("{") && this.random.nextInt(4) > 0) {
			return new String(tree(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
		}
		int at = this.random.nextInt(text.length() + 1);
		return text.substring(0, at) + text() + text.substring(at);
	}

	private byte[] bytes(byte[] body, List<byte[]> others) {
		if (body.length == 0) {
			return text().getBytes(StandardCharsets.UTF_8);
		}
		byte[] changed = body.clone();
		int at = this.random.nextInt(body.length);
		switch (this.random.nextInt(7)) {
			case 0 -> changed[at] ^= (byte) (1 << this.random.nextInt(8));
			case 1 -> changed[at] = (byte) this.random.nextInt(256);
			case 2 -> changed = Arrays.copyOf(changed, at);
			case 3 -> {
				byte[] other = others.get(this.random.nextInt(others.size()));
				changed = joined(Arrays.copyOf(body, at), tail(other, this.random.nextInt(other.length + 1)));
			}
			case 4 -> changed = joined(Arrays.copyOf(body, at),
					joined(text().getBytes(StandardCharsets.UTF_8), tail(body, at)));
			case 5 -> changed = joined(Arrays.copyOf(body, at),
					tail(body, Math.min(body.length, at + 1 + this.random.nextInt(20))));
			default ->
				changed = joined(body, RAW.get(this.random.nextInt(RAW.size())).getBytes(StandardCharsets.UTF_8));
		}
		return changed;
	}

	private static void collect(JsonNode node, List<JsonNode> into) {
		if (node.isContainer()) {
			into.add(node);
			node.forEach((child) -> collect(child, into));
		}
	}

	private static byte[] tail(byte[] bytes, int from) {
		return Arrays.copyOfRange(bytes, from, bytes.length);
	}

	private static byte[] joined(byte[] one, byte[] two) {
		byte[] joined = Arrays.copyOf(one, one.length + two.length);
		System.arraycopy(two, 0, joined, one.length, two.length);
		return joined;
	}

}
