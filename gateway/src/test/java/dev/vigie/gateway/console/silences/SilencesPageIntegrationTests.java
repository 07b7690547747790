package dev.vigie.gateway.console.silences;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;

import static org.assertj.core.api.Assertions.assertThat;

class SilencesPageIntegrationTests {

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	@Test
	void showsWhatIsKeptQuietAndUntilWhen() {
		this.programs.answer("GET /api/v1/silences", 200,
				"""
						{"items": [{"name": "db-upgrade", "version": 1, "state": "active", "author": "grace", "adHoc": false,
						 "startsAt": "2026-03-02T11:00:00Z", "endsAt": "2026-03-02T23:00:00Z",
						 "spec": {"reason": "<script>new disks</script>", "team": "platform",
						  "match": [{"label": "instance", "matches": "db[0-9]+"}, {"label": "env", "notEquals": "<b>"}],
						  "recurrence": {"rule": "FREQ=WEEKLY;BYDAY=TU", "start": "2026-12-01T22:00:00", "duration": "8h", "timeZone": "Europe/Paris"}}},
						 {"name": "s-0815", "version": 1, "state": "active", "author": "ada", "adHoc": true,
						 "startsAt": "2026-03-02T11:00:00Z", "endsAt": "2026-03-02T12:00:00Z",
						 "spec": {"reason": "flapping", "everything": true}}], "next": "s-0815"}""");
		HttpResponse<String> page = this.console.as(Role.VIEWER).open("/console/silences");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("&lt;script&gt;new disks", "db-upgrade", "instance =~ db[0-9]+", "env != &lt;b&gt;", "grace",
					"platform", "FREQ=WEEKLY;BYDAY=TU", "Mar 2, 2026, 11:00:00", "all alerts", "There are more")
			.contains("id=\"silence-db-upgrade\"", "id=\"silence-s-0815\"")
			.doesNotContain("<script", ">s-0815")
			.containsSubsequence("flapping", "db-upgrade");
	}

	@Test
	void saysThatNothingIsSilenced() {
		this.programs.answer("GET /api/v1/silences", 200, "{\"items\": []}");
		assertThat(this.console.as(Role.VIEWER).open("/console/silences").body())
			.contains("Nothing is silenced at the moment.", "No silence is planned.", "aria-current=\"page\">Silences");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/console/silences").body())
			.contains("Aucun silence n&#39;est prévu.");
	}

}
