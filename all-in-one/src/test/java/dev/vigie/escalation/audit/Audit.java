package dev.vigie.escalation.audit;

import java.util.List;

import org.springframework.context.ApplicationContext;

/**
 * Lets a journey look whether escalation-service keeps its promises, without waiting for
 * the minute to be over.
 */
public final class Audit {

	private Audit() {
	}

	/**
	 * What is not kept, in words.
	 */
	public static List<String> breaches(ApplicationContext escalation) {
		return escalation.getBean(AuditRound.class).run().stream().map(Breach::toString).toList();
	}

}
