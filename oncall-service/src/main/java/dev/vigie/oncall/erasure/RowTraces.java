package dev.vigie.oncall.erasure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;

/**
 * Rows that name a person in a column of their own, in whatever table: by the names of
 * such columns, so that a new table is not forgotten. Columns that refer to the row of
 * the person have followed it already.
 */
@Component
class RowTraces implements PersonalData {

	// Who the row is about, and who did something with it.
	private static final String COLUMNS = """
			select quote_ident(t.table_name) as table, quote_ident(c.column_name) as column,
				c.column_name in ('person', 'replaces') as about
			from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
			where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'text'
				and (c.column_name ~ '_by$' or c.column_name in ('person', 'replaces', 'takes_over', 'author', 'editor'))
			order by t.table_name, c.ordinal_position
			""";

	// What others wrote of the person.
	private static final String REMARKS = """
			select quote_ident(c.column_name) || case when c.is_nullable = 'YES' then ' = null' else ' = ''''' end
			from information_schema.columns c
			where c.table_schema = current_schema() and quote_ident(c.table_name) = :table and c.data_type = 'text'
				and c.column_name in ('reason', 'note')
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	RowTraces(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public String part() {
		return "rows";
	}

	@Override
	public List<?> export(String person) {
		return tables().entrySet().stream().flatMap((table) -> {
			String named = table.getValue()
				.stream()
				.map((column) -> column.name() + " = :person")
				.collect(Collectors.joining(" or "));
			return this.jdbc.sql("select to_jsonb(t) from %s t where %s".formatted(table.getKey(), named))
				.param("person", person)
				.query((row, _) -> new Row(table.getKey(), this.json.readTree(row.getString(1))))
				.list()
				.stream();
		}).toList();
	}

	@Override
	public void rename(String person, String pseudonym) {
		tables().forEach((table, columns) -> {
			columns.stream().filter(Column::about).forEach((column) -> forget(column, person, pseudonym));
			for (Column column : columns) {
				this.jdbc.sql("update %1$s set %2$s = :pseudonym where %2$s = :person".formatted(table, column.name()))
					.param("person", person)
					.param("pseudonym", pseudonym)
					.update();
			}
		});
	}

	private void forget(Column column, String person, String pseudonym) {
		List<String> remarks = this.jdbc.sql(REMARKS).param("table", column.table()).query(String.class).list();
		if (!remarks.isEmpty()) {
			this.jdbc
				.sql("update %s set %s where %s in (:person, :pseudonym)".formatted(column.table(),
						String.join(", ", remarks), column.name()))
				.param("person", person)
				.param("pseudonym", pseudonym)
				.update();
		}
	}

	private Map<String, List<Column>> tables() {
		return this.jdbc.sql(COLUMNS)
			.query((row, _) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()));
	}

	/**
	 * A column that names people.
	 */
	private record Column(String table, String name, boolean about) {
	}

	/**
	 * A row that names the person, as the table has it.
	 */
	record Row(String table, JsonNode row) {
	}

}
