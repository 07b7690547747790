package dev.vigie.escalation.procedure;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What this program asks runbook-service.
 */
interface RunbookClient {

	@PostExchange("/api/v1/runbooks/match")
	MatchAnswer match(@RequestBody MatchRequest request);

	/**
	 * What runbooks are wanted for.
	 */
	record MatchRequest(List<SubjectRequest> subjects) {
	}

	/**
	 * One incident, by a key of ours.
	 */
	record SubjectRequest(String key, Map<String, String> labels, Map<String, String> annotations) {
	}

	/**
	 * The answer for all subjects.
	 */
	record MatchAnswer(List<ItemAnswer> items) {
	}

	/**
	 * What fits one subject, best first.
	 */
	record ItemAnswer(String key, List<MatchedAnswer> matches) {
	}

	/**
	 * A runbook, or an address that an annotation names.
	 */
	record MatchedAnswer(@Nullable String name, String title, @Nullable Integer version, String url, String reason) {
	}

}
