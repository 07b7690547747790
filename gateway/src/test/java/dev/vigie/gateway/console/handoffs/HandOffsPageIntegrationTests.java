package dev.vigie.gateway.console.handoffs;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;

import static org.assertj.core.api.Assertions.assertThat;

class HandOffsPageIntegrationTests {

	private static final String ID = "0198c9e2-0000-7000-8000-000000000001";

	private static final String ACKNOWLEDGE = "POST /api/v1/handoffs/" + ID + "/acknowledge";

	private static final String TAKE_OVER = "/console/handoffs/" + ID + "/take-over";

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	@BeforeEach
	void graceIsToTakeOver() {
		this.programs.answer("GET /api/v1/handoffs", 200, """
				{"items": [{"id": "%s", "schedule": "web<b>", "role": "primary", "team": "platform",
				 "at": "2026-03-02T08:00:00Z", "outgoing": ["ada"], "incoming": ["grace"],
				 "until": "2026-03-09T08:00:00Z", "status": "overdue", "takeOverBy": "2026-03-02T08:15:00Z",
				 "takenAt": null, "takenBy": null, "yours": true}], "next": null}""".formatted(ID));
	}

	@Test
	void showsWhoTakesOverFromWhomAndOffersItToWhomItIsFor() {
		HttpResponse<String> page = this.console.as(Role.RESPONDER).open("/console/handoffs");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("web&lt;b&gt;", "ada", "<strong>grace</strong>", "platform", "not taken over in time",
					"Mar 9, 2026, 8:00:00", "aria-current=\"page\">Hand-off", TAKE_OVER)
			.doesNotContain("<b>");
		assertThat(this.console.as(Role.RESPONDER).in("fr").open("/console/handoffs").body()).contains("Relève",
				"Prendre la relève", "principal");
	}

	@Test
	void offersReadersNothingToDo() {
		assertThat(this.console.as(Role.VIEWER).open("/console/handoffs").body()).contains("<strong>grace</strong>")
			.doesNotContain("take-over", "textarea");
	}

	@Test
	void takesOverAndLeavesNotes() {
		this.programs.answer(ACKNOWLEDGE, 200, "{}");
		this.programs.answer("POST /api/v1/handoffs/notes", 201, "{}");
		assertThat(this.console.as(Role.RESPONDER).submit(TAKE_OVER, Map.of()).body()).contains("You have taken over.");
		assertThat(this.console.as(Role.RESPONDER)
			.submit("/console/handoffs/notes", Map.of("schedule", "web", "text", "all quiet"))
			.body()).contains("The next on call will read your note.");
		this.programs.answer(ACKNOWLEDGE, 409, "{\"type\": \"/problems/handoff-over\"}");
		assertThat(this.console.as(Role.RESPONDER).submit(TAKE_OVER, Map.of()).body())
			.contains("This hand-off is over");
	}

	@Test
	void refusesReadersWhoMayNotAct() {
		assertThat(this.console.as(Role.VIEWER).submit(TAKE_OVER, Map.of()).statusCode()).isEqualTo(403);
	}

	@Test
	void saysThatThereIsNothing() {
		this.programs.answer("GET /api/v1/handoffs", 200, "{\"items\": [], \"next\": null}");
		assertThat(this.console.as(Role.VIEWER).open("/console/handoffs").body())
			.contains("Nothing waits to be taken over.")
			.doesNotContain("<table");
	}

}
