package dev.vigie.alertingest.sender.pagerduty;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.change.ChangeEvent;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagerdutyParserTests {

	private final Bodies bodies = Bodies.to(new PagerdutyParser());

	@Test
	void deduplicationKeyIsTheAlertAndItsGroup() {
		Reading reading = this.bodies.fixture("pagerduty/trigger-full");
		assertThat(reading.parts().getFirst().group().key()).isEqualTo("db01/disk");
		assertThat(reading.parts().getFirst().group().labels()).containsOnly(Map.entry("dedup_key", "db01/disk"));
		AlertChange alert = Bodies.only(reading);
		assertThat(alert.fingerprint()).isEqualTo("db01/disk");
		assertThat(alert.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(alert.labels()).containsEntry("alertname", "disk")
			.containsEntry("severity", "critical")
			.containsEntry("service", "postgres")
			.containsEntry("instance", "db01.example.org");
		assertThat(alert.annotations()).containsEntry("summary", "Disk 99 % on db01 — 容量不足")
			.containsEntry("free space", "1%")
			.containsEntry("load avg", "0.75")
			.containsEntry("nested", "{\"a\":[1,null,true]}")
			.containsEntry("runbook_url", "https://runbooks.example.org/disk")
			.containsEntry("image_url", "https://graphs.example.org/db01.png");
		assertThat(alert.generatorUrl()).isEqualTo("https://nagios.example.org");
		assertThat(alert.startsAt()).as("a repeat must not begin a new life").isNull();
	}

	@Test
	void keyThatIsMissingOrEmptyIsMade() {
		for (String fixture : new String[] { "pagerduty/trigger-no-dedup-key", "pagerduty/trigger-empty-dedup-key" }) {
			assertThat(Bodies.only(this.bodies.fixture(fixture)).fingerprint()).matches("[0-9a-f]{32}");
		}
	}

	@Test
	void severityThatIsNoneIsAnErrorAndSummaryIsCut() {
		AlertChange alert = this.bodies.only("""
				{"event_action": "trigger", "payload": {"summary": "%s", "source": "s", "severity": "catastrophic"}}"""
			.formatted("😀".repeat(1100)));
		assertThat(alert.labels()).containsEntry("severity", "error");
		assertThat(String.valueOf(alert.annotations().get("summary")).codePoints().count()).isEqualTo(1024);
	}

	@Test
	void detailsMayBeAnyJson() {
		AlertChange alert = Bodies.only(this.bodies.fixture("alertmanager/pagerduty-trigger-nested-details"));
		assertThat(alert.labels()).containsEntry("alertname", "PostgresDown").containsEntry("team", "dba");
		assertThat(alert.annotations()).containsEntry("num_firing", "2");
		assertThat(this.bodies.only("""
				{"event_action": "trigger", "payload": {"summary": "s", "source": "s", "severity": "info",
				"custom_details": ["a\\u0000", {"dashboard_url": "javascript:x"}]}}""").annotations())
			.containsKey("details")
			.doesNotContainKey("dashboard_url");
	}

	@Test
	void acknowledgingAndResolvingNeedOnlyTheKey() {
		assertThat(Bodies.only(this.bodies.fixture("pagerduty/acknowledge")).verb()).isEqualTo(AlertVerb.ACKNOWLEDGED);
		AlertChange resolved = Bodies.only(this.bodies.fixture("pagerduty/resolve"));
		assertThat(resolved.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(resolved.labels()).isEmpty();
		assertThat(Bodies.only(this.bodies.fixture("alertmanager/pagerduty-resolve")).verb())
			.isEqualTo(AlertVerb.RESOLVED);
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> this.bodies.read("{\"event_action\": \"resolve\"}"))
			.withMessage("'dedup_key' is missing or blank");
	}

	@Test
	void everythingThatIsMissingIsNamedAtOnce() {
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> this.bodies.read("{\"event_action\": \"trigger\", \"payload\": {}}"))
			.satisfies((invalid) -> assertThat(invalid.errors()).extracting(Problem.FieldError::reason)
				.containsExactly("'payload.summary' is missing or blank", "'payload.source' is missing or blank",
						"'payload.severity' is missing or blank"));
	}

	@Test
	void changeEventTellsOfAChange() {
		Reading reading = this.bodies.below("v2/change/enqueue").fixture("pagerduty/change-event");
		assertThat(reading.parts()).isEmpty();
		ChangeEvent change = reading.changes().getFirst();
		assertThat(change.summary()).isEqualTo("Build Success: raise snapshot timeout");
		assertThat(change.happenedAt()).isEqualTo("2026-03-02T08:42:58.315Z");
		assertThat(change.service()).isEqualTo("ci-agent-7");
		assertThat(change.links()).containsExactly(new ChangeEvent.Link("https://ci.example.org/220", "Build"));
		assertThat(change.details()).contains("\"build_number\":\"220\"");
	}

	@Test
	void timesOfChangesMayLackTheColonOrAllSense() {
		Bodies changes = this.bodies.below("v2/change/enqueue");
		assertThat(changes.read("""
				{"payload": {"summary": "s", "timestamp": "2026-03-02T08:42:58.315+0000",
				"custom_details": {"service": "shop", "x": "a\\u0000b"}}}""").changes().getFirst())
			.satisfies((change) -> {
				assertThat(change.happenedAt()).isEqualTo("2026-03-02T08:42:58.315Z");
				assertThat(change.service()).isEqualTo("shop");
				assertThat(change.details()).contains("\"ab\"");
			});
		assertThat(changes.read("{\"payload\": {\"summary\": \"s\", \"timestamp\": \"soon\"}}")
			.changes()
			.getFirst()
			.happenedAt()).isEqualTo(Bodies.RECEIVED);
	}

}
