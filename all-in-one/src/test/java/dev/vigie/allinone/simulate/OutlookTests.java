package dev.vigie.allinone.simulate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OutlookTests {

	@Test
	void printsATableWithTheTimesOfTheZone() {
		assertThat(print("""
				{"status": "triggered", "title": "DiskFull", "severity": "P1", "severityReason": "critical",
				 "escalationPolicy": "rewapp", "policyVersion": 3, "rosterUntil": "2026-11-09T00:00:00Z", "future": [
				  {"at": "2026-10-25T00:30:00Z", "what": "page", "cycle": 1, "step": 1, "target": "onCall:primary",
				   "person": "ada", "method": "email", "address": "ada@example.org"},
				  {"at": "2026-10-25T01:30:00Z", "what": "skipped", "cycle": 2, "step": 1, "reason": "impact"},
				  {"at": "2026-10-25T01:30:00Z", "what": "exhausted"}]}
				""")).isEqualTo("""
				triggered: DiskFull
				severity  P1 (critical)
				policy    rewapp, version 3

				TIME (Europe/Paris)      STEP     WHAT       WHO  BY     WHY
				Sun 2026-10-25 02:30:00  1        page       ada  email  onCall:primary
				Sun 2026-10-25 02:30:00  1 again  skipped                impact
				Sun 2026-10-25 02:30:00           exhausted

				Schedules are known until Mon 2026-11-09 01:00:00 (Europe/Paris).
				""");
	}

	@Test
	void saysWhyNothingComes() {
		assertThat(
				print("""
						{"status": "acknowledged", "title": "x", "severity": "P3", "severityReason": "", "idle": "It is acknowledged",
						 "future": []}
						"""))
			.endsWith("\nIt is acknowledged\n");
	}

	private static String print(String outlook) {
		StringWriter printed = new StringWriter();
		Outlook.print(JsonMapper.shared().readTree(outlook), ZoneId.of("Europe/Paris"), new PrintWriter(printed));
		return printed.toString().replace(System.lineSeparator(), "\n");
	}

}
