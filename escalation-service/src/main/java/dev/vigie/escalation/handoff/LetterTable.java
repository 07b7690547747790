package dev.vigie.escalation.handoff;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which notices tell whom of a hand-off.
 */
@Component
class LetterTable {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	LetterTable(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds a letter, unless the same was sent to this address already.
	 */
	boolean insert(Letter letter) {
		return this.jdbc.sql("""
				insert into handoff_letter (id, handoff_id, kind, meant_for, address, lost, created_at)
				values (:id, :handOff, :kind, :meantFor, :address, false, :now)
				on conflict do nothing
				""")
			.param("id", letter.id())
			.param("handOff", letter.handOffId())
			.param("kind", letter.kind().name())
			.param("meantFor", letter.meantFor())
			.param("address", letter.address())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() > 0;
	}

	/**
	 * Gives a letter up.
	 * @return the letter, unless it was given up before or is none
	 */
	Optional<Letter> lose(UUID id) {
		return this.jdbc.sql("update handoff_letter set lost = true where id = :id and not lost returning *")
			.param("id", id)
			.query((row, _) -> new Letter(row.getObject("id", UUID.class), row.getObject("handoff_id", UUID.class),
					LetterKind.valueOf(row.getString("kind")), row.getString("meant_for"), row.getString("address")))
			.optional();
	}

	/**
	 * The letters of a hand-off and how they fare, in the order in which they were
	 * written; what became of an old one is forgotten.
	 */
	List<Fate> of(UUID handOffId) {
		return this.jdbc.sql("""
				select l.kind, l.meant_for, l.address, n.status, n.reason from handoff_letter l
				left join notice n on n.id = l.id
				where l.handoff_id = :handOff order by l.created_at, l.kind, l.meant_for, l.address
				""")
			.param("handOff", handOffId)
			.query((row, _) -> new Fate(LetterKind.valueOf(row.getString("kind")), row.getString("meant_for"),
					row.getString("address"), row.getString("status"), row.getString("reason")))
			.list();
	}

	/**
	 * One letter.
	 *
	 * @param meantFor the name of a person, or {@link Mailboxes#LAST_RESORT}
	 */
	record Letter(UUID id, UUID handOffId, LetterKind kind, String meantFor, String address) {
	}

	/**
	 * What became of a letter.
	 */
	record Fate(LetterKind kind, String meantFor, String address, @Nullable String status, @Nullable String reason) {
	}

}
