package dev.vigie.escalation.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is read together, and whichever rule holds, it comes to the same, and what an
 * incident counts is what its alerts and groups say.
 */
@IntegrationTest
class GroupedBatchingIntegrationTests {

	private static final List<String> TYPES = List.of("fired", "fired", "fired", "fired", "updated", "resolved",
			"resolved", "truncated");

	@Autowired
	private AlertFeed feed;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void comesToTheSameWhateverIsReadTogether(long seed) {
		for (int round = 0; round < 12; round++) {
			long story = seed * 1000 + round;
			Random random = new Random(story);
			String rule = rule(random);
			List<Told> together = story("t" + story, story);
			List<Told> parts = story("p" + story, story);
			List<Told> alone = story("a" + story, story);
			int cut = random.nextInt(together.size());
			take(together);
			take(parts.subList(0, cut));
			take(parts.subList(cut, parts.size()));
			alone.forEach((one) -> take(List.of(one)));
			assertThat(incidents("t" + story)).as("story %d of %s", story, rule).isEqualTo(incidents("a" + story));
			assertThat(incidents("p" + story)).as("story %d of %s in two parts", story, rule)
				.isEqualTo(incidents("a" + story));
			assertThat(column(WRONG)).as("story %d of %s", story, rule).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void putsAlertsWhereThePreviewSays(long seed) {
		for (int round = 0; round < 8; round++) {
			long story = seed * 1000 + round;
			String rule = rule(new Random(story));
			List<Told> fired = story("v" + story, story).stream()
				.filter((told) -> told.type().endsWith("fired"))
				.map((told) -> told.hidden(0).startingAt(SettableClock.START))
				.toList();
			List<Integer> preview = preview(fired);
			take(fired);
			List<String> numbers = column(
					"number from incident where integration = 'v%d' order by number".formatted(story));
			List<Integer> placed = fired.stream()
				.map((told) -> column("""
						i.number from incident i join incident_alert a on a.incident_id = i.id
						where a.integration = '%s' and a.fingerprint = '%s'""".formatted(told.integration(),
						told.fingerprint()))
					.getFirst())
				.map((number) -> numbers.indexOf(number) + 1)
				.toList();
			assertThat(placed).as("story %d of %s", story, rule).isEqualTo(preview);
		}
	}

	private List<Integer> preview(List<Told> fired) {
		List<Map<String, Object>> alerts = fired.stream()
			.map((told) -> Map.<String, Object>of("integration", told.integration(), "fingerprint", told.fingerprint(),
					"labels", told.labels(), "group", told.group(), "at", told.receivedAt()))
			.toList();
		return JsonMapper.shared()
			.readTree(this.http.post()
				.uri("/api/v1/groupings/all/preview")
				.contentType(MediaType.APPLICATION_JSON)
				.content(JsonMapper.shared().writeValueAsString(Map.of("alerts", alerts)))
				.with(Tokens.by("ada", "config:read"))
				.exchange()
				.getResponse()
				.getContentAsByteArray())
			.get("alerts")
			.valueStream()
			.map((alert) -> alert.get("incident").asInt())
			.toList();
	}

	// What an incident counts, and two that take the alerts of one group.
	private static final String WRONG = """
			i.number || ' ' || i.firing || ' ' || i.hidden || ' ' || i.group_count from incident i
			where i.firing <> (select count(*) from incident_alert a where a.incident_id = i.id and a.status = 'FIRING')
				or i.status <> 'RESOLVED' and (
					i.hidden <> (select sum(g.hidden) from incident_group g where g.incident_id = i.id and g.open)
					or i.group_count <> (select count(*) from incident_group g where g.incident_id = i.id and g.open
						and g.kind <> 'HELD_BACK')
					or i.firing + i.hidden = 0)
				or i.status = 'RESOLVED' and exists (
					select from incident_group g where g.incident_id = i.id and g.open)""";

	private String rule(Random random) {
		String by = List.of("\"sender\"", "\"alert\"", "\"labels\", \"labels\": [\"colour\"]").get(random.nextInt(3));
		String correlate = random.nextBoolean() ? ""
				: ", \"correlate\": {\"labels\": [\"size\"], \"within\": \"%ds\"}".formatted(1 + random.nextInt(6));
		String storm = random.nextBoolean() ? "" : ", \"storm\": {\"alerts\": %d, \"within\": \"%ds\"}"
			.formatted(1 + random.nextInt(4), 1 + random.nextInt(6));
		String rule = "{\"by\": %s%s%s}".formatted(by, correlate, storm);
		assertThat(this.http.put()
			.uri("/api/v1/groupings/all")
			.contentType(MediaType.APPLICATION_JSON)
			.content(rule)
			.with(Tokens.by("ada", "config:write"))).hasStatus2xxSuccessful();
		return rule;
	}

	private static List<Told> story(String variant, long seed) {
		Random random = new Random(seed);
		List<Told> story = new ArrayList<>();
		Instant[] began = new Instant[6];
		Arrays.fill(began, SettableClock.START);
		int millis = 0;
		for (int i = 0; i < 24; i++) {
			int alert = random.nextInt(6);
			millis += 1 + random.nextInt(4) * 500; // no two in one delivery
			Instant at = SettableClock.START.plusMillis(millis);
			String type = TYPES.get(random.nextInt(TYPES.size()));
			if (type.equals("fired") && random.nextInt(3) == 0) {
				began[alert] = random.nextBoolean() ? at : at.plusSeconds(3600);
			}
			int group = (random.nextInt(4) == 0) ? random.nextInt(4) : alert % 3;
			story.add(Told.fired("f" + alert)
				.from(variant)
				.as((type.equals("truncated") ? "dev.vigie.group." : "dev.vigie.alert.") + type)
				.label("colour", String.valueOf(random.nextInt(4) == 0 ? random.nextInt(3) : alert % 3))
				.label("size", String.valueOf(alert % 2))
				.group(Map.of("g", String.valueOf(group)))
				.hidden((random.nextInt(6) == 0) ? 1 + random.nextInt(2) : 0)
				.startingAt(began[alert])
				.receivedAt(at));
		}
		return story;
	}

	private void take(List<Told> told) {
		this.transactions.executeWithoutResult((_) -> this.feed.applyAll(told.stream().map(Told::event).toList()));
	}

	private List<String> incidents(String variant) {
		return this.jdbc
			.sql("""
					select replace(concat_ws(' ', i.title, i.group_labels, i.status, i.firing, i.hidden, i.run, i.group_count,
						case when i.firing > 0 then i.labels end,
						(select string_agg(concat_ws(' ', a.fingerprint, a.status, a.starts_at, a.labels, a.group_hash), ', '
							order by a.fingerprint) from incident_alert a where a.incident_id = i.id),
						(select string_agg(concat_ws(' ', g.labels, g.kind, g.hidden, g.open, g.joined_at), ', '
							order by g.group_hash) from incident_group g where g.incident_id = i.id)), :variant, '')
					from incident i where i.integration = :variant order by i.number
					""")
			.param("variant", variant)
			.query((row, _) -> row.getString(1))
			.list();
	}

	private List<String> column(String rest) {
		return this.jdbc.sql("select " + rest).query((row, _) -> row.getString(1)).list();
	}

}
