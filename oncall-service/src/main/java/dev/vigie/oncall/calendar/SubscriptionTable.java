package dev.vigie.oncall.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.Subscription.About;
import dev.vigie.oncall.person.PersonSpec.Language;

/**
 * The rows of subscriptions; a secret is kept as its digest alone.
 */
@Component
class SubscriptionTable {

	private final JdbcClient jdbc;

	SubscriptionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Subscription subscription, String digest) {
		this.jdbc.sql("""
				insert into calendar_subscription (id, digest, about, name, language, label, created_by, created_at)
				values (:id, :digest, :about, :name, :language, :label, :by, :at)
				""")
			.param("id", subscription.id())
			.param("digest", digest)
			.param("about", subscription.about().text())
			.param("name", subscription.name())
			.param("language", subscription.language().name().toLowerCase(Locale.ROOT))
			.param("label", subscription.label())
			.param("by", subscription.createdBy())
			.param("at", subscription.createdAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * The subscriptions after one in order, or from the first.
	 */
	List<Subscription> list(@Nullable About about, @Nullable String name, @Nullable UUID after, int limit) {
		return this.jdbc.sql("""
				select * from calendar_subscription
				where (:about::text is null or about = :about) and (:name::text is null or name = :name)
					and (:after::uuid is null or id > :after)
				order by id limit :limit
				""")
			.param("about", (about != null) ? about.text() : null)
			.param("name", name)
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> subscription(row))
			.list();
	}

	/**
	 * The subscription of a secret; whoever else reads it waits.
	 */
	Optional<Subscription> open(String digest) {
		return this.jdbc.sql("select * from calendar_subscription where digest = :digest for update")
			.param("digest", digest)
			.query((row, _) -> subscription(row))
			.optional();
	}

	void use(UUID id, Instant now) {
		this.jdbc.sql("update calendar_subscription set used_at = :now where id = :id")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	boolean delete(UUID id) {
		return this.jdbc.sql("delete from calendar_subscription where id = :id").param("id", id).update() == 1;
	}

	void deleteAbout(About about, String name) {
		this.jdbc.sql("delete from calendar_subscription where about = :about and name = :name")
			.param("about", about.text())
			.param("name", name)
			.update();
	}

	private static Subscription subscription(ResultSet row) throws SQLException {
		OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
		return new Subscription(row.getObject("id", UUID.class), About.of(row.getString("about")),
				row.getString("name"), Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
				row.getString("label"), row.getString("created_by"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(used != null) ? used.toInstant() : null);
	}

}
