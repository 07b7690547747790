package dev.vigie.escalation.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.shared.document.Document;

/**
 * The two tables of a kind: {@code <kind>} says which version is the present one,
 * {@code <kind>_version} holds all there ever were.
 *
 * @param <S> the type of the spec
 */
class VersionTable<S> {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final String table;

	private final RowMapper<Stored<S>> rows;

	VersionTable(JdbcClient jdbc, JsonMapper json, String table, Class<S> type) {
		this.jdbc = jdbc;
		this.json = json;
		this.table = table;
		this.rows = (row, _) -> new Stored<>(row.getObject("id", UUID.class), new Document<>(row.getString("name"),
				row.getInt("version"), json.readValue(row.getString("spec"), type)));
	}

	Optional<Stored<S>> find(String name) {
		return this.jdbc.sql(text("""
				select v.id, v.name, v.version, v.spec from TABLE d join TABLE_version v on v.id = d.version_id
				where d.name = :name
				""")).param("name", name).query(this.rows).optional();
	}

	Optional<Stored<S>> version(UUID id) {
		return this.jdbc.sql(text("select id, name, version, spec from TABLE_version where id = :id"))
			.param("id", id)
			.query(this.rows)
			.optional();
	}

	List<Stored<S>> after(String name, int limit) {
		return this.jdbc.sql(text("""
				select v.id, v.name, v.version, v.spec from TABLE d join TABLE_version v on v.id = d.version_id
				where d.name > :name order by d.name limit :limit
				""")).param("name", name).param("limit", limit).query(this.rows).list();
	}

	/**
	 * Versions count on when a document is deleted and made again.
	 */
	int nextVersion(String name) {
		return this.jdbc.sql(text("select coalesce(max(version), 0) + 1 from TABLE_version where name = :name"))
			.param("name", name)
			.query((row, _) -> row.getInt(1))
			.single();
	}

	void save(Document<S> document, Instant at) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql(text("""
				insert into TABLE_version (id, name, version, spec, created_at)
				values (:id, :name, :version, :spec::jsonb, :at)
				"""))
			.param("id", id)
			.param("name", document.name())
			.param("version", document.version())
			.param("spec", this.json.writeValueAsString(document.spec()))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql(text("""
				insert into TABLE (name, version_id) values (:name, :id)
				on conflict (name) do update set version_id = excluded.version_id
				""")).param("name", document.name()).param("id", id).update();
	}

	void delete(String name) {
		this.jdbc.sql(text("delete from TABLE where name = :name")).param("name", name).update();
	}

	private String text(String sql) {
		return sql.replace("TABLE", this.table);
	}

}
