package dev.vigie.escalation.erasure;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A column that may name people, known by its own name and type, so that a new table is
 * not forgotten.
 */
record Column(String table, String name, Holds holds) {

	private static final Set<String> PEOPLE = Set.of("person", "author", "actor", "meant_for");

	private static final Set<String> GROUPS = Set.of("outgoing", "incoming");

	// What senders wrote; and the roster, which is asked for anew.
	private static final Set<String> FOREIGN = Set.of("labels", "annotations", "group_labels", "body");

	private static final Set<String> LETTER = Set.of("notice.subject", "notice.body", "notice.payload",
			"status_update.subject_en", "status_update.text_en", "status_update.subject_fr", "status_update.text_fr");

	static Optional<Column> of(String table, String name, String type) {
		return holds(table, name, type).map((holds) -> new Column(table, name, holds));
	}

	private static Optional<Holds> holds(String table, String name, String type) {
		return Optional.ofNullable(switch (type) {
			case "text" -> ofText(table, name);
			case "ARRAY" -> GROUPS.contains(name) ? Holds.NAMES : null;
			case "jsonb" -> FOREIGN.contains(name) ? null : Holds.JSON;
			default -> null;
		});
	}

	private static @Nullable Holds ofText(String table, String name) {
		if (name.endsWith("_by") || PEOPLE.contains(name) || name.equals("target")
				|| (table.startsWith("feed_") && name.equals("subject"))) {
			return Holds.NAME;
		}
		return LETTER.contains(table + "." + name) ? Holds.TEXT : null;
	}

	/**
	 * A value with the pseudonym where the name stood, else the same.
	 */
	String renamed(Pseudonym to, String value) {
		return this.holds.renamed.renamed(to, this.name, value);
	}

	/**
	 * What stands in a column, and how it is read, found and written as text.
	 */
	enum Holds {

		/**
		 * One name, or what points to one.
		 */
		NAME("%s", "%1$s in (:person, 'person:' || :person, 'Person/' || :person)", "%s",
				(to, _, value) -> to.in(value)),
		/**
		 * Several names.
		 */
		NAMES("to_json(%s)::text", ":person = any(%1$s)", "array(select json_array_elements_text(%s::json))",
				(to, _, value) -> {
					String[] names = JsonMapper.shared().readValue(value, String[].class);
					return JsonMapper.shared().writeValueAsString(Arrays.stream(names).map(to::in).toList());
				}),
		/**
		 * Names in fields of their own, beside much else.
		 */
		JSON("%s::text",
				"strpos(%1$s::text, '\"' || :person || '\"') > 0 or strpos(%1$s::text, 'erson:' || :person || '\"') > 0"
						+ " or strpos(%1$s::text, 'erson/' || :person || '\"') > 0"
						+ " or exists (select from unnest(:addresses) a where strpos(%1$s::text, a) > 0)",
				"%s::jsonb", (to, column, value) -> {
					JsonNode tree = JsonMapper.shared().readTree(value);
					JsonNode renamed = to.in(column, tree);
					return (renamed == tree) ? value : renamed.toString();
				}),
		/**
		 * What this program wrote to somebody.
		 */
		TEXT("%s", "strpos(%1$s, :person) > 0", "%s", (to, _, value) -> to.inText(value));

		private final String read;

		private final String names;

		private final String write;

		private final Renaming renamed;

		Holds(String read, String names, String write, Renaming renamed) {
			this.read = read;
			this.names = names;
			this.write = write;
			this.renamed = renamed;
		}

		String read(String column) {
			return this.read.formatted(column);
		}

		String names(String column) {
			return this.names.formatted(column);
		}

		String write(String value) {
			return this.write.formatted(value);
		}

		private interface Renaming {

			String renamed(Pseudonym to, String column, String value);

		}

	}

}
