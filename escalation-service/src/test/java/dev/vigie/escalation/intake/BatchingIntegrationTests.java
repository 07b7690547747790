package dev.vigie.escalation.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that are read together come to what they come to one by one.
 */
@IntegrationTest
class BatchingIntegrationTests {

	private static final List<String> TYPES = List.of("fired", "fired", "fired", "updated", "resolved", "resolved",
			"acknowledged", "truncated");

	@Autowired
	private AlertFeed feed;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void comesToTheSameWhateverIsReadTogether(long seed) {
		for (int round = 0; round < 12; round++) {
			long story = seed * 1000 + round;
			List<Told> together = story("t" + story, story);
			List<Told> parts = story("p" + story, story);
			List<Told> alone = story("a" + story, story);
			take(together);
			take(parts.subList(0, parts.size() / 2));
			take(parts.subList(parts.size() / 2, parts.size()));
			alone.forEach((one) -> take(List.of(one)));
			assertThat(incidents("t" + story)).as("story %d", story).isEqualTo(incidents("a" + story));
			assertThat(incidents("p" + story)).as("story %d in two parts", story).isEqualTo(incidents("a" + story));
		}
	}

	@Test
	void opensManyIncidentsInTheOrderOfTheirAlerts() {
		take(IntStream.range(0, 200)
			.mapToObj((i) -> Told.fired("f" + i).group(Map.of("variant", "many", "g", String.valueOf(i))))
			.toList());
		assertThat(column("group_labels ->> 'g' from incident order by number"))
			.isEqualTo(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
		assertThat(column("max(number) - min(number) from incident")).containsExactly("199");
		assertThat(column("""
				distinct string_agg(code, ' ' order by id) from timeline_entry group by incident_id
				""")).containsExactly("INCIDENT_TRIGGERED ALERT_JOINED ROUTE_MISSING SEVERITY_SET");
		assertThat(column("data -> 'entry' ->> 'id' from feed_event order by position"))
			.isEqualTo(column("id from timeline_entry order by id"));
	}

	private static List<Told> story(String variant, long seed) {
		Random random = new Random(seed);
		List<Told> story = new ArrayList<>();
		Instant[] began = new Instant[4];
		Arrays.fill(began, SettableClock.START);
		for (int i = 0; i < 16; i++) {
			int alert = random.nextInt(4);
			Instant at = SettableClock.START.plusSeconds(i + 1);
			String type = TYPES.get(random.nextInt(TYPES.size()));
			if (type.equals("fired") && random.nextInt(3) == 0) {
				began[alert] = random.nextBoolean() ? at : at.plusSeconds(3600);
			}
			Map<String, String> group = Map.of("variant", variant, "g",
					String.valueOf((random.nextInt(4) == 0) ? random.nextInt(4) : alert % 2));
			story.add(Told.fired(variant + "-f" + alert)
				.as((type.equals("truncated") ? "dev.vigie.group." : "dev.vigie.alert.") + type)
				.label("colour", String.valueOf(random.nextInt(2)))
				.group(group)
				.hidden((random.nextInt(6) == 0) ? 1 : 0)
				.startingAt(began[alert])
				.receivedAt(at));
		}
		return story;
	}

	private void take(List<Told> told) {
		this.transactions.executeWithoutResult((_) -> this.feed.applyAll(told.stream().map(Told::event).toList()));
	}

	// What nothing has in common any more is not counted again, so it may be of any
	// moment.
	private List<String> incidents(String variant) {
		return this.jdbc.sql("""
				select replace(concat_ws(' ', i.title, i.group_labels ->> 'g', i.status, i.firing, i.hidden, i.run,
					case when i.firing > 0 then i.labels end, i.acknowledged_by,
					string_agg(concat_ws(' ', a.fingerprint, a.status, a.starts_at, a.labels), ', '
						order by a.fingerprint)), :variant, '')
				from incident i left join incident_alert a on a.incident_id = i.id
				where i.group_labels ->> 'variant' = :variant group by i.id order by i.number
				""").param("variant", variant).query((row, _) -> row.getString(1)).list();
	}

	private List<String> column(String rest) {
		return this.jdbc.sql("select " + rest).query((row, _) -> row.getString(1)).list();
	}

}
