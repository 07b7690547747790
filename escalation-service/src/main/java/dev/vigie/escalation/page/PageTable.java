package dev.vigie.escalation.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.escalation.channel.Destination;

/**
 * The rows of pages. An attempt is known by its number: who lost a lease cannot overwrite
 * what the next holder wrote.
 */
@Component
class PageTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PageTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Page> insert(PageRequest request, Instant now) {
		return this.jdbc
			.sql("""
					insert into page (id, incident_id, run, again, cycle, step, target, person, channel, type, address, language,
							zone, facts, status, attempts, next_attempt_at, wanted, fallen_back, created_at)
					select :id, :incident, :run, :again, :cycle, :step, :target, :person, :channel, :type, :address,
							:language, :zone, :facts::jsonb, 'PENDING', 0, :first, true, false, :now
					where not exists (
						select from page where incident_id = :incident and run = :run and again = :again
							and cycle = :cycle and step = :step and address = :address and not fallen_back)
					on conflict do nothing
					returning *
					""")
			.param("id", UUID.randomUUID())
			.param("incident", request.at().incidentId())
			.param("run", request.at().run())
			.param("again", request.at().again())
			.param("first", now.plus(request.delay()).atOffset(ZoneOffset.UTC))
			.param("cycle", request.at().cycle())
			.param("step", request.at().step())
			.param("target", request.target())
			.param("person", request.person())
			.param("channel", request.to().channel())
			.param("type", request.to().type().name())
			.param("address", request.to().address())
			.param("language", request.reader().language().toLanguageTag())
			.param("zone", request.reader().zone().getId())
			.param("facts", this.json.writeValueAsString(request.facts()))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, _) -> page(row))
			.optional();
	}

	/**
	 * Adds pages of which the caller knows that they are new, in one statement.
	 */
	void insert(List<Page> pages) {
		if (!pages.isEmpty()) {
			this.jdbc.sql("""
					insert into page select * from json_populate_recordset(null::page, :rows::json)
					on conflict do nothing
					""").param("rows", this.json.writeValueAsString(pages.stream().map(PageRow::of).toList())).update();
		}
	}

	/**
	 * What these runs of incidents have already.
	 */
	List<PageBatch.Known> known(Collection<PageBatch.Run> runs) {
		return this.jdbc
			.sql("""
					select p.* from unnest(:incidents::uuid[], :runs::int[], :agains::int[]) as r (incident, run, again),
						lateral (
							select incident_id, run, again, cycle, step, target, coalesce(person, channel, '') as who, address,
								fallen_back
							from page where incident_id = r.incident and run = r.run and again = r.again) p
					""")
			.param("incidents", runs.stream().map(PageBatch.Run::incidentId).toArray(UUID[]::new))
			.param("runs", runs.stream().map(PageBatch.Run::run).toArray(Integer[]::new))
			.param("agains", runs.stream().map(PageBatch.Run::again).toArray(Integer[]::new))
			.query((row,
					_) -> new PageBatch.Known(new PageBatch.Slot(at(row), row.getString("target"), row.getString("who"),
							row.getString("address")), row.getBoolean("fallen_back")))
			.list();
	}

	/**
	 * Takes pages whose time has come, and those whose sender is taken for dead.
	 */
	List<Page> claim(ChannelType type, Instant now, Instant leaseUntil, int limit) {
		return this.jdbc.sql("""
				update page set status = 'SENDING', attempts = attempts + 1, next_attempt_at = :lease
				where id in (
					select id from page
					where type = :type and status in ('PENDING', 'SENDING') and next_attempt_at <= :now and wanted
					order by next_attempt_at limit :limit for update skip locked)
				returning *
				""")
			.param("lease", leaseUntil.atOffset(ZoneOffset.UTC))
			.param("type", type.name())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, _) -> page(row))
			.list();
	}

	/**
	 * Those of the attempts that count.
	 */
	List<Page> delivered(List<Page> attempts, Instant now) {
		if (attempts.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				update page set status = 'DELIVERED', delivered_at = greatest(:now, created_at), reason = null
				from unnest(:ids::uuid[], :attempts::int[]) with ordinality as a (id, attempt, place)
				where page.id = a.id and attempts = a.attempt and status = 'SENDING'
				returning place, delivered_at
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("ids", attempts.stream().map(Page::id).toArray(UUID[]::new))
			.param("attempts", attempts.stream().map(Page::attempts).toArray(Integer[]::new))
			.query((row, _) -> attempts.get(row.getInt("place") - 1)
				.delivered(row.getObject("delivered_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	Optional<Page> refused(Page attempt, String reason) {
		return this.jdbc.sql("""
				update page set status = 'FAILED', reason = :reason, fallen_back = true
				where id = :id and attempts = :attempt and status = 'SENDING'
				returning *
				""")
			.param("reason", reason)
			.param("id", attempt.id())
			.param("attempt", attempt.attempts())
			.query((row, _) -> page(row))
			.optional();
	}

	Optional<Page> postponed(Page attempt, String reason, Instant next, boolean fallBack) {
		return this.jdbc.sql("""
				update page set status = case when wanted then 'PENDING' else 'CANCELLED' end, reason = :reason,
						next_attempt_at = :next, fallen_back = fallen_back or :fallBack
				where id = :id and attempts = :attempt and status = 'SENDING'
				returning *
				""")
			.param("reason", reason)
			.param("next", next.atOffset(ZoneOffset.UTC))
			.param("fallBack", fallBack)
			.param("id", attempt.id())
			.param("attempt", attempt.attempts())
			.query((row, _) -> page(row))
			.optional();
	}

	/**
	 * Sends now what still waits for its time.
	 */
	void hasten(PageRequest.At step, String address, Instant now) {
		this.jdbc.sql("""
				update page set next_attempt_at = :now
				where incident_id = :incident and run = :run and again = :again and cycle = :cycle and step = :step
					and address = :address and status = 'PENDING' and attempts = 0 and next_attempt_at > :now
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("incident", step.incidentId())
			.param("run", step.run())
			.param("again", step.again())
			.param("cycle", step.cycle())
			.param("step", step.step())
			.param("address", address)
			.update();
	}

	/**
	 * What is on its way just now can no longer be held back, but is not tried again.
	 * @param person whose pages are meant, null for everybody's
	 */
	List<Page> cancel(UUID incidentId, @Nullable String person) {
		return this.jdbc.sql("""
				update page set wanted = false, status = case status when 'PENDING' then 'CANCELLED' else status end
				where incident_id = :incident and (:person::text is null or person = :person)
					and status in ('PENDING', 'SENDING')
				returning *
				""")
			.param("incident", incidentId)
			.param("person", person)
			.query((row, _) -> page(row))
			.stream()
			.filter((page) -> page.status() == PageStatus.CANCELLED)
			.toList();
	}

	/**
	 * Changes what one tells that was not sent yet.
	 */
	void rewrite(Page page) {
		this.jdbc.sql("update page set facts = :facts::jsonb where id = :id and status in ('PENDING', 'SENDING')")
			.param("facts", this.json.writeValueAsString(page.request().facts()))
			.param("id", page.id())
			.update();
	}

	List<Page> abandoned(Instant now) {
		return this.jdbc
			.sql("select * from page where status = 'SENDING' and not wanted and next_attempt_at <= :now order by id")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, _) -> page(row))
			.list();
	}

	Optional<Page> giveUp(Page abandoned) {
		return this.jdbc.sql("""
				update page set status = 'CANCELLED'
				where id = :id and attempts = :attempt and status = 'SENDING' and not wanted
				returning *
				""")
			.param("id", abandoned.id())
			.param("attempt", abandoned.attempts())
			.query((row, _) -> page(row))
			.optional();
	}

	List<Page> of(UUID incidentId) {
		return this.jdbc
			.sql("select * from page where incident_id = :incident order by created_at, run, again, cycle, step, id")
			.param("incident", incidentId)
			.query((row, _) -> page(row))
			.list();
	}

	List<Page> of(PageRequest.At step, String address) {
		return this.jdbc
			.sql("""
					select * from page where incident_id = :incident and run = :run and again = :again and cycle = :cycle and step = :step
					and address = :address
					""")
			.param("incident", step.incidentId())
			.param("run", step.run())
			.param("again", step.again())
			.param("cycle", step.cycle())
			.param("step", step.step())
			.param("address", address)
			.query((row, _) -> page(row))
			.list();
	}

	private Page page(ResultSet row) throws SQLException {
		PageRequest request = new PageRequest(at(row), row.getString("target"), row.getString("person"),
				new Destination(ChannelType.valueOf(row.getString("type")), row.getString("channel"),
						row.getString("address")),
				new PageRequest.Reader(Locale.forLanguageTag(row.getString("language")),
						ZoneId.of(row.getString("zone"))),
				this.json.readValue(row.getString("facts"), PageFacts.class), Duration.ZERO);
		Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
		return new Page(row.getObject("id", UUID.class), request, PageStatus.valueOf(row.getString("status")),
				row.getInt("attempts"), row.getBoolean("wanted"), row.getBoolean("fallen_back"),
				row.getString("reason"), createdAt, instant(row, "delivered_at"));
	}

	private static PageRequest.At at(ResultSet row) throws SQLException {
		return new PageRequest.At(row.getObject("incident_id", UUID.class), row.getInt("run"), row.getInt("again"),
				row.getInt("cycle"), row.getInt("step"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
