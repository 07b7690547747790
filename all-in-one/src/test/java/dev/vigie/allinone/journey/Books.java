package dev.vigie.allinone.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.vigie.allinone.journey.Flapping.Turn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What alert-ingest told and what escalation-service made of it, read from their tables.
 */
final class Books {

	private final String database;

	private final String integration;

	Books(String database, String integration) {
		this.database = database;
		this.integration = integration;
	}

	/**
	 * Whether the database takes a connection.
	 */
	static boolean answers(String database) {
		try (Connection connection = DriverManager.getConnection(database)) {
			return connection.isValid(2);
		}
		catch (SQLException _) {
			return false;
		}
	}

	/**
	 * Waits until escalation-service has read all there is.
	 */
	void awaitRead() {
		Journey.eventually()
			.ignoreExceptions()
			.atMost(Duration.ofMinutes(10))
			.pollInterval(Duration.ofMillis(250))
			.until(() -> number("""
					select (select position from alert_ingest.feed_head)
						- (select position from escalation.feed_place where feed = 'alert-ingest')"""),
					(left) -> left == 0);
	}

	/**
	 * Every accepted change was told once, and those of an alert in the order in which
	 * they were sent.
	 */
	void toldAll(Flapping sent) throws SQLException {
		Map<String, List<Turn>> told = told();
		sent.turns()
			.forEach((fingerprint, turns) -> assertThat(told.get(fingerprint)).as("Told of %s", fingerprint)
				.isEqualTo(turns));
		assertThat(number("select max(position) - count(*) from alert_ingest.feed_event")).as("Gaps in the feed")
			.isZero();
	}

	/**
	 * Every event took effect once.
	 */
	void tookAll(Flapping sent) throws SQLException {
		assertThat(number("select count(*) from escalation.feed_parked")).as("Parked events").isZero();
		assertThat(
				number("select count(*) from escalation.incident where integration = '%s'".formatted(this.integration)))
			.as("Incidents")
			.isEqualTo(Flapping.GROUPS);
		Map<String, Turn> last = new HashMap<>();
		sent.turns().forEach((fingerprint, turns) -> last.put(fingerprint, turns.getLast()));
		assertThat(held()).isEqualTo(last);
		List<Turn> all = sent.turns().values().stream().flatMap(List::stream).toList();
		long fired = all.stream().filter(Turn::firing).count();
		assertThat(lines("ALERT_JOINED") + lines("REOPENED")).as("Alerts that joined").isEqualTo(fired);
		assertThat(lines("ALERT_RESOLVED")).as("Alerts that resolved").isEqualTo(all.size() - fired);
		assertThat(lines("ALERT_UPDATED")).as("Alerts that joined twice").isZero();
	}

	private Map<String, List<Turn>> told() throws SQLException {
		Map<String, List<Turn>> told = new LinkedHashMap<>();
		try (Connection connection = DriverManager.getConnection(this.database);
				PreparedStatement sql = connection.prepareStatement("""
						select data -> 'alert' ->> 'fingerprint', type, data -> 'alert' ->> 'startsAt'
						from alert_ingest.feed_event
						where data -> 'integration' ->> 'name' = ? order by position""")) {
			sql.setString(1, this.integration);
			try (ResultSet rows = sql.executeQuery()) {
				while (rows.next()) {
					told.computeIfAbsent(rows.getString(1), (_) -> new ArrayList<>())
						.add(new Turn(rows.getString(2).endsWith(".fired"), Instant.parse(rows.getString(3))));
				}
			}
		}
		return told;
	}

	private Map<String, Turn> held() throws SQLException {
		Map<String, Turn> held = new HashMap<>();
		try (Connection connection = DriverManager.getConnection(this.database);
				PreparedStatement sql = connection.prepareStatement("""
						select fingerprint, status, starts_at from escalation.incident_alert
						where integration = ?""")) {
			sql.setString(1, this.integration);
			try (ResultSet rows = sql.executeQuery()) {
				while (rows.next()) {
					assertThat(held.put(rows.getString(1),
							new Turn(rows.getString(2).equals("FIRING"),
									rows.getObject(3, OffsetDateTime.class).toInstant())))
						.as("An alert in two incidents")
						.isNull();
				}
			}
		}
		return held;
	}

	private long lines(String code) throws SQLException {
		return number("""
				select coalesce(sum(coalesce((params ->> 'count')::integer, 1)), 0)
				from escalation.timeline_entry join escalation.incident on incident.id = incident_id
				where code = '%s' and integration = '%s'""".formatted(code, this.integration));
	}

	private long number(String query) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.database);
				ResultSet row = connection.createStatement().executeQuery(query)) {
			row.next();
			return row.getLong(1);
		}
	}

}
