package dev.vigie.allinone.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.vigie.allinone.journey.Mailbox.Mail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom escalation-service told of what, read from its tables, where steps come five
 * seconds after each other.
 */
final class Ledger {

	private final String database;

	Ledger(String database) {
		this.database = database;
	}

	/**
	 * Waits until so many pages have arrived and nothing is left to do.
	 */
	void awaitPages(int pages) {
		Journey.eventually()
			.ignoreExceptions()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(250))
			.untilAsserted(() -> assertThat(row("""
					select (select count(*) from escalation.page where status = 'DELIVERED'),
						(select count(*) from escalation.page where status <> 'DELIVERED'),
						(select count(*) from escalation.incident where due_at is not null)"""))
				.as("arrived, open, due")
				.containsExactly((long) pages, 0L, 0L));
	}

	/**
	 * Each step was carried out once, in order, and not before its time; and nobody else
	 * was told.
	 */
	void holdsEachStepOnce(int incidents, int steps) throws SQLException {
		assertThat(row("select count(*) from escalation.incident where idle_reason = 'POLICY_EXHAUSTED'"))
			.as("Incidents whose steps are done")
			.containsExactly((long) incidents);
		assertThat(row("select count(*), count(distinct (incident_id, step)) from escalation.page"))
			.as("Pages, and steps that have one")
			.containsExactly((long) incidents * steps, (long) incidents * steps);
		assertThat(told()).hasSize(incidents).values().containsOnly("1 2 3 !");
		assertThat(row("""
				select count(*) from escalation.page join escalation.incident on incident.id = incident_id
				where page.created_at < run_started_at + page.step * interval '5 s'""")).as("Pages before their time")
			.containsExactly(0L);
	}

	/**
	 * By how much the last of all steps was late, in milliseconds.
	 */
	long latest() throws SQLException {
		return row(
				"""
						select (extract(epoch from max(page.created_at - run_started_at - page.step * interval '5 s')) * 1000)::bigint
						from escalation.page join escalation.incident on incident.id = incident_id""")
			.getFirst();
	}

	/**
	 * Each mail is of a page, and none came more often than its page was tried: who died
	 * between sending and recording is the only one to be followed.
	 */
	void explains(List<Mail> mails) throws SQLException {
		Map<String, Long> tries = new HashMap<>();
		try (Connection connection = DriverManager.getConnection(this.database);
				ResultSet rows = connection.createStatement()
					.executeQuery("select id, attempts from escalation.page")) {
			while (rows.next()) {
				tries.put("<" + rows.getString(1) + "@vigie>", rows.getLong(2));
			}
		}
		Map<String, Long> arrived = mails.stream()
			.collect(Collectors.groupingBy(Mail::messageId, Collectors.counting()));
		assertThat(arrived.keySet()).isEqualTo(tries.keySet());
		assertThat(arrived).allSatisfy((id, count) -> assertThat(count).as(id).isLessThanOrEqualTo(tries.get(id)));
	}

	// The numbers of the steps as the timelines tell them, and an exclamation mark for
	// the end.
	private Map<Long, String> told() throws SQLException {
		Map<Long, String> told = new HashMap<>();
		try (Connection connection = DriverManager.getConnection(this.database);
				ResultSet rows = connection.createStatement().executeQuery("""
						select number, string_agg(case code when 'STEP_STARTED' then params ->> 'step' else '!' end, ' '
							order by timeline_entry.id)
						from escalation.timeline_entry join escalation.incident on incident.id = incident_id
						where code in ('STEP_STARTED', 'POLICY_EXHAUSTED') group by number""")) {
			while (rows.next()) {
				told.put(rows.getLong(1), rows.getString(2));
			}
		}
		return told;
	}

	private List<Long> row(String query) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.database);
				ResultSet row = connection.createStatement().executeQuery(query)) {
			row.next();
			Long[] numbers = new Long[row.getMetaData().getColumnCount()];
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = row.getLong(i + 1);
			}
			return List.of(numbers);
		}
	}

}
