package dev.vigie.escalation.subscription;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is still to be told to those who follow.
 */
@Component
class NewsTable {

	private final JdbcClient jdbc;

	NewsTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds news, unless there is nobody who could follow.
	 */
	void add(News news) {
		this.jdbc.sql("""
				insert into stakeholder_news (id, incident_id, occasion, at)
				select :id, :incident, :occasion, :at
				where exists (select from subscription)
				or exists (select from incident_subscriber where incident_id = :incident)
				""")
			.param("id", news.id())
			.param("incident", news.incidentId())
			.param("occasion", news.occasion().name())
			.param("at", news.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	List<UUID> waiting(int limit) {
		return this.jdbc.sql("select id from stakeholder_news order by at limit :limit")
			.param("limit", limit)
			.query((row, _) -> row.getObject(1, UUID.class))
			.list();
	}

	/**
	 * Takes what no other replica has taken; gone for good when this transaction ends.
	 */
	Optional<News> take(UUID id) {
		return this.jdbc.sql("""
				delete from stakeholder_news
				where id = (select id from stakeholder_news where id = :id for update skip locked)
				returning *
				""")
			.param("id", id)
			.query((row, _) -> new News(row.getObject("id", UUID.class), row.getObject("incident_id", UUID.class),
					Occasion.valueOf(row.getString("occasion")), row.getObject("at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	void forget(Instant before) {
		this.jdbc.sql("delete from stakeholder_news where at < :before")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * An incident began or is over.
	 */
	record News(UUID id, UUID incidentId, Occasion occasion, Instant at) {
	}

}
