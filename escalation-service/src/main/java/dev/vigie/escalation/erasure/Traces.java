package dev.vigie.escalation.erasure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rows that name a person, in whatever table. They are written a few at a time, each time
 * in a transaction of its own, and what somebody else is at work on is left for the next
 * pass: nobody waits for this.
 */
@Component
class Traces {

	private static final int BATCH = 200;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	Traces(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * All columns that may name people.
	 */
	List<Column> columns() {
		return this.jdbc.sql("""
				select quote_ident(t.table_name), quote_ident(c.column_name), c.data_type
				from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
				where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
					and t.table_name not in ('erasure', 'roster_snapshot')
				order by t.table_name, c.ordinal_position
				""")
			.query((row, _) -> Column.of(row.getString(1), row.getString(2), row.getString(3)))
			.list()
			.stream()
			.flatMap((column) -> column.stream())
			.toList();
	}

	/**
	 * Writes the pseudonym in place of the name in a column.
	 * @param last whether the feed need not tell other programs any more
	 * @return how many rows are another now
	 */
	int rename(Column column, Pseudonym to, boolean last) {
		int renamed = 0;
		String after = "(0,0)";
		while (true) {
			String place = after;
			Batch batch = this.transactions.execute((_) -> rename(column, to, last, place));
			renamed += batch.renamed();
			if (batch.last() == null) {
				return renamed;
			}
			after = batch.last();
		}
	}

	private Batch rename(Column column, Pseudonym to, boolean last, String after) {
		List<Found> found = this.jdbc
			.sql("""
					select ctid::text, %s from %s where ctid > :after::tid and (%s)%s
					order by ctid limit :limit for no key update skip locked
					""".formatted(column.holds().read(column.name()), column.table(),
					column.holds().names(column.name()),
					(!last && column.table().equals("feed_event")) ? " and type <> '" + Erasing.ERASED + "'" : ""))
			.param("after", after)
			.param("person", to.person())
			.param("addresses", to.addresses().toArray(String[]::new))
			.param("limit", BATCH)
			.query((row, _) -> new Found(row.getString(1), row.getString(2)))
			.list();
		List<Found> changed = new ArrayList<>();
		for (Found row : found) {
			String value = column.renamed(to, row.value());
			if (!value.equals(row.value())) {
				changed.add(new Found(row.place(), value));
			}
		}
		write(column, changed);
		return new Batch(changed.size(), (found.size() < BATCH) ? null : found.getLast().place());
	}

	private void write(Column column, List<Found> rows) {
		if (rows.isEmpty()) {
			return;
		}
		this.jdbc.sql("select set_config('vigie.erasing', 'on', true)").query(String.class).single();
		this.jdbc.sql("""
				update %s t set %s = %s from unnest(:places::text[]::tid[], :values::text[]) as v (place, value)
				where t.ctid = v.place
				""".formatted(column.table(), column.name(), column.holds().write("v.value")))
			.param("places", rows.stream().map(Found::place).toArray(String[]::new))
			.param("values", rows.stream().map(Found::value).toArray(String[]::new))
			.update();
	}

	/**
	 * What a row says, and where it is as long as it is locked.
	 */
	private record Found(String place, String value) {
	}

	/**
	 * What was done, and where to go on, null at the end.
	 */
	private record Batch(int renamed, @Nullable String last) {
	}

}
