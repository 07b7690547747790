package dev.vigie.oncall.erasure;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of erasures.
 */
@Component
class ErasureTable {

	private static final RowMapper<Erasure> ERASURE = (row, _) -> new Erasure(row.getString(1), row.getString(2),
			row.getObject(3, OffsetDateTime.class).toInstant(), row.getBoolean(4));

	private final JdbcClient jdbc;

	ErasureTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Erasure erasure) {
		this.jdbc.sql("""
				insert into erasure (pseudonym, erased_by, erased_at, forced)
				values (:pseudonym, :erasedBy, :erasedAt, :forced)
				""")
			.param("pseudonym", erasure.pseudonym())
			.param("erasedBy", erasure.erasedBy())
			.param("erasedAt", erasure.erasedAt().atOffset(ZoneOffset.UTC))
			.param("forced", erasure.forced())
			.update();
	}

	Optional<Erasure> find(String pseudonym) {
		return this.jdbc.sql("select pseudonym, erased_by, erased_at, forced from erasure where pseudonym = :pseudonym")
			.param("pseudonym", pseudonym)
			.query(ERASURE)
			.optional();
	}

	List<Erasure> after(String pseudonym, int limit) {
		return this.jdbc.sql("""
				select pseudonym, erased_by, erased_at, forced from erasure
				where pseudonym > :pseudonym order by pseudonym limit :limit
				""").param("pseudonym", pseudonym).param("limit", limit).query(ERASURE).list();
	}

}
