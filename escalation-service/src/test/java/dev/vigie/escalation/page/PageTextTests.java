package dev.vigie.escalation.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.channel.Outgoing;
import dev.vigie.escalation.page.PageFacts.AlertFact;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageFacts.RunbookFact;
import dev.vigie.shared.access.AccessProperties;

import static org.assertj.core.api.Assertions.assertThat;

class PageTextTests {

	private static final Instant NOON = Instant.parse("2026-03-29T00:30:00Z");

	private final Locale machine = Locale.getDefault();

	private final PageText text = new PageText(JsonMapper.builder().build(),
			new AccessProperties("https://vigie.example.org", URI.create("http://gateway"), "escalation-service", ""));

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(this.machine);
	}

	@Test
	void tellsWhatWhoeverDeclaredItWroteOnItsOwnLines() {
		PageFacts facts = new PageFacts(42, "Leak", "P1", null, null, "manual", Map.of(), List.of(), 0, null, null,
				List.of(), null, "On a forum.\nCall the \u2028DPO.");
		Outgoing page = render(facts, Locale.ENGLISH, ZoneOffset.UTC);
		assertThat(page.text().lines()).containsSubsequence("Leak", "On a forum.")
			.anyMatch((line) -> line.startsWith("Call the "))
			.noneMatch((line) -> line.startsWith("No alert fires"));
		assertThat(page.payload()).contains("\"description\":\"On a forum.");
	}

	@Test
	void speaksTheLanguageOfTheReaderWhateverTheMachineSpeaks() {
		Locale.setDefault(Locale.FRENCH);
		PageFacts facts = facts(List.of(alert(1)), 1, List.of(), null);
		assertThat(render(facts, Locale.ENGLISH, ZoneOffset.UTC).text()).contains("Severity P2: disk rule",
				"From am, team rewapp", "One alert fires:", "Runbook: none fits", "Nobody else is told");
		Locale.setDefault(Locale.ENGLISH);
		assertThat(render(facts, Locale.FRENCH, ZoneOffset.UTC).text()).contains("Sévérité P2 : disk rule",
				"De am, équipe rewapp", "Une alerte active :", "aucune ne convient",
				"Personne d'autre ne sera prévenu");
	}

	@Test
	void staysSmallWhateverStandsInAnAlert() {
		String huge = "S".repeat(2_000_000);
		AlertFact bomb = new AlertFact(huge, huge, NOON, "https://prometheus.example/" + huge);
		PageFacts facts = new PageFacts(1, huge, "P1", "rule", "ops", "am", Map.of(huge, huge), List.of(bomb), 1,
				List.of(new RunbookFact(huge, "https://wiki.example/" + huge, huge)), null, List.of(), null, null);
		Outgoing page = render(facts, Locale.ENGLISH, ZoneOffset.UTC);
		assertThat(page.text().length()).isLessThan(5_000);
		assertThat(page.payload().length()).isLessThan(10_000);
	}

	@Test
	void showsTenAlertsAndCountsTheRest() {
		List<AlertFact> alerts = IntStream.rangeClosed(1, 12).mapToObj(PageTextTests::alert).toList();
		String text = render(facts(alerts, 1234, null, null), Locale.ENGLISH, ZoneOffset.UTC).text();
		assertThat(text)
			.contains("1,234 alerts fire:", "- alert10: summary 10", "… and 1,224 more",
					"Runbook: could not be looked up")
			.doesNotContain("alert11");
	}

	@Test
	void saysWhatHappensNextInTheTimeOfTheReader() {
		NextFact next = new NextFact(NOON.plusSeconds(3600), List.of("onCall:backup", "team:ops/tech-lead"));
		PageFacts facts = facts(List.of(alert(1)), 1,
				List.of(new RunbookFact("Full {0} disk", "https://wiki/it's", "alertname=x")), next);
		Outgoing page = render(facts, Locale.ENGLISH, ZoneId.of("Europe/Paris"));
		assertThat(page.text())
			.contains("Runbook: Full {0} disk https://wiki/it's (alertname=x)",
					"Acknowledge: https://vigie.example.org/incidents/42")
			.containsPattern(
					"by Mar 29, 2026, 3:30[\\s\\u202f]AM \\(Europe/Paris\\) this goes to: who is on call in backup, "
							+ "team ops/tech-lead");
	}

	@Test
	void keepsWhatSendersWroteOnItsLine() {
		PageFacts facts = new PageFacts(42, "a\r\nSubject: b", "P2", "x\ny", null, "am", Map.of(),
				List.of(new AlertFact("n\r\n\r\nm", "s\u2028t", null, "http://x\ny")), 1, null, null, List.of(), null,
				null);
		Outgoing page = render(facts, Locale.ENGLISH, ZoneOffset.UTC);
		assertThat(page.subject()).isEqualTo("[P2] INC-42 a Subject: b");
		assertThat(page.text().lines()).contains("a Subject: b", "Severity P2: x y", "- n m: s t", "  http://x y");
	}

	@Test
	void tellsWhereElseItIsWorkedOn() {
		PageFacts facts = new PageFacts(42, "Disk full", "P2", null, null, "am", Map.of(), List.of(), 1, null, null,
				List.of(new PageFacts.LinkFact("war_room", "https://meet.example.org/a", "Bridge\nTwo"),
						new PageFacts.LinkFact("ticket", "https://jira.example.org/browse/OPS-1", null),
						new PageFacts.LinkFact("custom", "https://grafana.example.org/d/api?from=1&to=now",
								"API\nOverview")),
				null, null);
		assertThat(render(facts, Locale.ENGLISH, ZoneOffset.UTC).text().lines()).contains(
				"War room: https://meet.example.org/a (Bridge Two)", "Ticket: https://jira.example.org/browse/OPS-1",
				"API Overview: https://grafana.example.org/d/api?from=1&to=now");
		assertThat(render(facts, Locale.FRENCH, ZoneOffset.UTC).text().lines())
			.contains("Cellule de crise : https://meet.example.org/a (Bridge Two)");
	}

	@Test
	void tellsProgramsTheSame() {
		Outgoing page = render(facts(List.of(alert(1)), 1, List.of(), null), Locale.ENGLISH, ZoneOffset.UTC);
		assertThat(page.payload()).contains("\"type\":\"dev.vigie.page\"", "\"id\":\"INC-42\"",
				"\"url\":\"https://vigie.example.org/incidents/42\"", "\"severity\":\"P2\"");
	}

	private Outgoing render(PageFacts facts, Locale language, ZoneId zone) {
		PageRequest request = new PageRequest(new PageRequest.At(UUID.randomUUID(), 1, 0, 0, 0), "person:ada", "ada",
				Destination.mailbox("ada@example.org"), new PageRequest.Reader(language, zone), facts, Duration.ZERO);
		return this.text
			.render(new Page(UUID.randomUUID(), request, PageStatus.SENDING, 1, true, false, null, NOON, null));
	}

	private static PageFacts facts(List<AlertFact> alerts, int firing, @Nullable List<RunbookFact> runbooks,
			@Nullable NextFact next) {
		return new PageFacts(42, "Disk full", "P2", "disk rule", "rewapp", "am", Map.of(), alerts, firing, runbooks,
				next, List.of(), null, null);
	}

	private static AlertFact alert(int number) {
		return new AlertFact("alert" + number, "summary " + number, NOON, "http://prometheus/" + number);
	}

}
