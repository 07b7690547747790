package dev.vigie.postmortem.erasure;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.postmortem.incidents.PersonErased;

/**
 * Writes pseudonyms as soon as the feed tells of them, in the transaction that moves the
 * reader's place; once more changes nothing. Columns that name people are found by their
 * own names, so that a new table is not forgotten.
 */
@Component
class Erasing {

	private static final Logger log = LoggerFactory.getLogger(Erasing.class);

	// Words that this program was told stand for the name where it is a word by itself.
	private static final String NAME = "(?<![\\w.-]|\\w@)%s(?![\\w@-]|\\.\\w)";

	private static final String ADDRESS = "[^\\s<>(),;:]+@[^\\s<>(),;:]+";

	private final JdbcClient jdbc;

	Erasing(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	public void on(PersonErased erased) {
		int changed = 0;
		for (Column column : columns()) {
			String sql = column.isList()
					? "update %1$s set %2$s = array_replace(%2$s, :person, :pseudonym) where :person = any(%2$s)"
					: "update %1$s set %2$s = :pseudonym where %2$s = :person";
			changed += this.jdbc.sql(sql.formatted(column.table(), column.name()))
				.param("person", erased.person())
				.param("pseudonym", erased.pseudonym())
				.update();
		}
		changed += timelines(erased);
		log.info("{} stands in {} places now", erased.pseudonym(), changed);
	}

	/**
	 * All columns that name people.
	 */
	List<Column> columns() {
		return this.jdbc.sql("""
				select quote_ident(t.table_name), quote_ident(c.column_name), c.data_type = 'ARRAY'
				from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
				where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
					and t.table_name <> 'incident_entry'
					and ((c.data_type = 'text' and (c.column_name ~ '_by$'
						or c.column_name in ('person', 'owner', 'author', 'actor', 'editor')))
					or (c.data_type = 'ARRAY' and c.column_name in ('visible_to', 'people')))
				order by t.table_name, c.ordinal_position
				""").query((row, _) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3))).list();
	}

	// Of a line that names the person also the words; where it tells of a page to them,
	// addresses go too.
	private int timelines(PersonErased erased) {
		return this.jdbc.sql("""
				with line as (
					select incident_number, id, params ->> 'recipient' = :person as page from incident_entry
					where actor = :person or strpos(params::text, '"' || :person || '"') > 0
						or strpos(params::text, '"person:' || :person || '"') > 0)
				update incident_entry e set actor = case actor when :person then :pseudonym else actor end,
					params = coalesce((select jsonb_object_agg(p.key, case
						when p.value = to_jsonb('person:' || :person::text) then to_jsonb('person:' || :pseudonym::text)
						when p.value = to_jsonb(:person::text) and p.key in ('person', 'by', 'who', 'recipient')
							then to_jsonb(:pseudonym::text)
						when line.page and p.key = 'reason'
							then to_jsonb(regexp_replace(p.value #>> '{}', :address, :pseudonym, 'g'))
						else p.value end) from jsonb_each(e.params) p), '{}'),
					text_en = regexp_replace(case when line.page then regexp_replace(text_en, :address, :pseudonym, 'g')
						else text_en end, :name, :pseudonym, 'g'),
					text_fr = regexp_replace(case when line.page then regexp_replace(text_fr, :address, :pseudonym, 'g')
						else text_fr end, :name, :pseudonym, 'g')
				from line where e.incident_number = line.incident_number and e.id = line.id
				""")
			.param("person", erased.person())
			.param("pseudonym", erased.pseudonym())
			.param("address", ADDRESS)
			.param("name", NAME.formatted(erased.person().replaceAll("[^A-Za-z0-9]", "\\\\$0")))
			.update();
	}

	/**
	 * A column that names people.
	 */
	record Column(String table, String name, boolean isList) {
	}

}
