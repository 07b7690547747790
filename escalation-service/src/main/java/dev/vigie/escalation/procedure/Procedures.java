package dev.vigie.escalation.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.procedure.RunbookClient.MatchRequest;
import dev.vigie.escalation.procedure.RunbookClient.SubjectRequest;

/**
 * Asks runbook-service which runbooks fit; a page never waits long for it.
 */
@Component
public class Procedures {

	private static final Logger log = LoggerFactory.getLogger(Procedures.class);

	private final RunbookClient client;

	private final CircuitBreaker circuit;

	Procedures(RunbookClient client, CircuitBreakerRegistry circuits) {
		this.client = client;
		this.circuit = circuits.circuitBreaker("runbook");
	}

	/**
	 * What fits each subject. A subject that is missing in the answer is one nobody could
	 * say anything about. Must not be called inside a transaction.
	 */
	public Map<UUID, List<Procedure>> match(List<Subject> subjects) {
		if (subjects.isEmpty()) {
			return Map.of();
		}
		MatchRequest request = new MatchRequest(subjects.stream()
			.map((subject) -> new SubjectRequest(subject.id().toString(), subject.labels(), subject.annotations()))
			.toList());
		try {
			return found(this.circuit.executeSupplier(() -> this.client.match(request)));
		}
		catch (RuntimeException failure) {
			log.warn("Runbooks for {} incidents are unknown: {}", subjects.size(), failure.getMessage());
			return Map.of();
		}
	}

	private static Map<UUID, List<Procedure>> found(RunbookClient.MatchAnswer answer) {
		Map<UUID, List<Procedure>> found = new HashMap<>();
		answer.items()
			.forEach((item) -> found.put(UUID.fromString(item.key()),
					item.matches()
						.stream()
						.map((match) -> new Procedure(match.name(), match.title(), match.version(), match.url(),
								match.reason()))
						.toList()));
		return found;
	}

	/**
	 * An incident that wants a runbook.
	 */
	public record Subject(UUID id, Map<String, String> labels, Map<String, String> annotations) {

		public Subject {
			labels = Map.copyOf(labels);
			annotations = Map.copyOf(annotations);
		}

	}

}
