package dev.vigie.escalation.procedure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.vigie.allinone.contract.Provider;
import dev.vigie.escalation.procedure.RunbookClient.ItemAnswer;
import dev.vigie.escalation.procedure.RunbookClient.MatchAnswer;
import dev.vigie.escalation.procedure.RunbookClient.MatchRequest;
import dev.vigie.escalation.procedure.RunbookClient.MatchedAnswer;
import dev.vigie.escalation.procedure.RunbookClient.SubjectRequest;
import dev.vigie.runbook.RunbookApplication;

import static org.assertj.core.api.Assertions.assertThat;

class RunbookClientContractTests {

	@AutoClose
	private static final Provider runbook = Provider.start(RunbookApplication.builder());

	@Test
	void runbooksAreMatchedByLabelsAndByAnnotations() {
		runbook.put("/api/v1/runbooks/disk", """
				{"title": "Disk full", "match": [{"label": "alertname", "equals": "DiskFull"},
				{"annotation": "tier", "equals": "gold"}], "body": "1. Look"}""");
		MatchAnswer answer = runbook.client(RunbookClient.class, "runbooks:read")
			.match(new MatchRequest(List.of(
					new SubjectRequest("first", Map.of("alertname", "DiskFull"),
							Map.of("tier", "gold", "runbook_url", "https://wiki.example/disk")),
					new SubjectRequest("second", Map.of("alertname", "Other"), Map.of()))));
		assertThat(answer).isEqualTo(new MatchAnswer(List.of(
				new ItemAnswer("first",
						List.of(new MatchedAnswer("disk", "Disk full", 1, Provider.ISSUER + "/runbooks/disk",
								"The label alertname is \"DiskFull\" and annotation tier is \"gold\""),
								new MatchedAnswer(null, "wiki.example/disk", null, "https://wiki.example/disk",
										"The alert names it in its annotation runbook_url"))),
				new ItemAnswer("second", List.of()))));
	}

}
