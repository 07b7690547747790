package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.Summary.Silence;

/**
 * The silences that are in force, as far as alert-ingest has told it; kept here, so that
 * no hand-off has to ask.
 */
@Component
public class RunningSilences {

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	RunningSilences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * In the caller's transaction.
	 */
	public void started(String name, @Nullable String team, Said said) {
		this.jdbc.sql("""
				insert into running_silence (name, team, reason, author, ends_at)
				values (:name, :team, :reason, :author, :endsAt)
				on conflict (name) do update set team = excluded.team, reason = excluded.reason,
					author = excluded.author, ends_at = excluded.ends_at
				""")
			.param("name", name)
			.param("team", team)
			.param("reason", said.reason())
			.param("author", said.author())
			.param("endsAt", said.endsAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * In the caller's transaction.
	 */
	public void ended(String name) {
		this.jdbc.sql("delete from running_silence where name = :name").param("name", name).update();
	}

	/**
	 * Those of the team and of none; all when there is no team.
	 */
	List<Silence> of(@Nullable String team, Instant now) {
		return this.jdbc.sql("""
				select name, reason, author, ends_at from running_silence
				where ends_at > :now and (:team::text is null or team is null or team = :team)
				order by ends_at, name limit :limit
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("team", team)
			.param("limit", MOST)
			.query((row, _) -> new Silence(row.getString("name"), row.getString("reason"), row.getString("author"),
					row.getObject("ends_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * Why, by whom and until when.
	 */
	public record Said(String reason, String author, Instant endsAt) {
	}

}
