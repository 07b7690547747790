package dev.vigie.alertingest.alert;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers the senders' groups and how many of their alerts were left out.
 */
@Component
class GroupTable {

	private static final Comparator<Key> ORDER = Comparator.comparing(Key::integration).thenComparing(Key::hash);

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	GroupTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Locks the groups, which puts the deliveries of two peers in a row.
	 */
	Held hide(List<AlertReport> reports) {
		Map<Key, AlertReport> last = new TreeMap<>(ORDER);
		reports.forEach((report) -> last.put(Key.of(report), report));
		Map<Key, Integer> hidden = new HashMap<>();
		Optional<UUID> edition = lock(List.copyOf(last.values()), hidden);
		Set<AlertReport> changed = Collections.newSetFromMap(new IdentityHashMap<>());
		for (AlertReport report : reports) {
			Integer before = hidden.put(Key.of(report), report.group().hidden());
			if (before == null || before != report.group().hidden()) {
				changed.add(report);
			}
		}
		if (!changed.isEmpty()) {
			write(List.copyOf(last.values()));
		}
		return new Held(changed, edition);
	}

	/**
	 * Those of the groups that no firing alert is in any more hide nothing from now on.
	 * One that somebody reports at this moment is left alone.
	 * @return the groups that hid something
	 */
	Map<GroupMoves.Left, AlertReport.Group> leave(Set<GroupMoves.Left> left) {
		Map<GroupMoves.Left, AlertReport.Group> given = new TreeMap<>();
		this.jdbc.sql("""
				with gone as (
					select integration_id, hash from alert_group
					join unnest(:integrations::text[]::uuid[], :hashes::text[]) as told (integration, told_hash)
						on integration_id = integration and hash = told_hash
					where hidden > 0 and not exists (select 1 from alert where status = 'FIRING'
						and alert.integration_id = alert_group.integration_id and alert.group_hash = alert_group.hash)
					order by integration_id, hash for update of alert_group skip locked
				)
				update alert_group set hidden = 0 from gone
				where alert_group.integration_id = gone.integration_id and alert_group.hash = gone.hash
				returning alert_group.integration_id, alert_group.hash, key, labels
				""")
			.param("integrations", left.stream().map((group) -> group.integration().toString()).toArray(String[]::new))
			.param("hashes", left.stream().map(GroupMoves.Left::hash).toArray(String[]::new))
			.query((row, _) -> given.put(
					new GroupMoves.Left(row.getObject("integration_id", UUID.class), row.getString("hash")),
					AlertReport.Group.of(row.getString("key"), this.json.readValue(row.getString("labels"), TEXTS))))
			.list();
		return given;
	}

	private Optional<UUID> lock(List<AlertReport> groups, Map<Key, Integer> hidden) {
		return bind("""
				insert into alert_group (integration_id, hash, hidden, last_seen_at, key, labels)
				select integration, hash, 0, at, key, labels
				from unnest(:integrations::text[]::uuid[], :hashes::text[], :ats::text[]::timestamptz[],
					:keys::text[], :labels::text[]::jsonb[]) as told (integration, hash, at, key, labels)
				on conflict (integration_id, hash) do update set last_seen_at = excluded.last_seen_at,
					key = excluded.key, labels = excluded.labels
				returning integration_id, hash, hidden, (select edition from muting_edition) as edition
				""", groups).param("keys", texts(groups, (report) -> report.group().key()))
			.param("labels", texts(groups, (report) -> this.json.writeValueAsString(report.group().labels())))
			.query((row, _) -> {
				hidden.put(new Key(row.getObject("integration_id", UUID.class), row.getString("hash")),
						row.getInt("hidden"));
				return Optional.ofNullable(row.getObject("edition", UUID.class));
			})
			.list()
			.getFirst();
	}

	private void write(List<AlertReport> groups) {
		bind("""
				insert into alert_group (integration_id, hash, hidden, last_seen_at)
				select integration, hash, hidden, at
				from unnest(:integrations::text[]::uuid[], :hashes::text[], :hidden::text[]::integer[],
					:ats::text[]::timestamptz[]) as told (integration, hash, hidden, at)
				on conflict (integration_id, hash) do update set hidden = excluded.hidden
				""", groups).param("hidden", texts(groups, (report) -> String.valueOf(report.group().hidden())))
			.update();
	}

	private JdbcClient.StatementSpec bind(String sql, List<AlertReport> groups) {
		return this.jdbc.sql(sql)
			.param("integrations", texts(groups, (report) -> report.integration().id().toString()))
			.param("hashes", texts(groups, (report) -> report.hash()))
			.param("ats", texts(groups, (report) -> report.at().toString()));
	}

	private static String[] texts(List<AlertReport> groups, Function<AlertReport, String> text) {
		return groups.stream().map(text).toArray(String[]::new);
	}

	/**
	 * The groups of one transaction, held until its end.
	 *
	 * @param changed the reports after which the number of hidden alerts is another than
	 * before
	 * @param edition of what mutes
	 */
	record Held(Set<AlertReport> changed, Optional<UUID> edition) {
	}

	private record Key(UUID integration, String hash) {

		private static Key of(AlertReport report) {
			return new Key(report.integration().id(), report.hash());
		}

	}

}
