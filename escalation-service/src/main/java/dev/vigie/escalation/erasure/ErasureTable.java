package dev.vigie.escalation.erasure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was erased and is not wholly forgotten yet.
 */
@Component
class ErasureTable {

	private final JdbcClient jdbc;

	ErasureTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds somebody, once.
	 */
	void add(String person, String pseudonym, Instant now) {
		this.jdbc
			.sql("""
					insert into erasure (pseudonym, person, passes, due_at, told_at) values (:pseudonym, :person, 0, :now, :now)
					on conflict do nothing
					""")
			.param("pseudonym", pseudonym)
			.param("person", person)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Takes one that is due; whoever takes it has until the lease ends.
	 */
	Optional<Pending> claim(Instant now, Instant lease) {
		return this.jdbc.sql("""
				update erasure set due_at = :lease where pseudonym in (
					select pseudonym from erasure where due_at <= :now order by due_at limit 1 for update skip locked)
				returning pseudonym, person, passes
				""")
			.param("lease", lease.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new Pending(row.getString("person"), row.getString("pseudonym"), row.getInt("passes")))
			.optional();
	}

	void passed(Pending pending, Instant next) {
		this.jdbc.sql("""
				update erasure set passes = passes + 1, due_at = :next
				where pseudonym = :pseudonym and passes = :passes and person is not null
				""")
			.param("next", next.atOffset(ZoneOffset.UTC))
			.param("pseudonym", pending.pseudonym())
			.param("passes", pending.passes())
			.update();
	}

	void forget(Pending pending) {
		this.jdbc.sql("""
				update erasure set passes = passes + 1, due_at = null, person = null where pseudonym = :pseudonym
				""").param("pseudonym", pending.pseudonym()).update();
	}

	/**
	 * One that is to be done.
	 *
	 * @param passes how often it was done
	 */
	record Pending(String person, String pseudonym, int passes) {
	}

}
