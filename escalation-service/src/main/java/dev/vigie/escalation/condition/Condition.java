package dev.vigie.escalation.condition;

import java.util.Map;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiled condition. What cannot be answered does not hold: {@code labels.tier ==
 * "1"}, {@code labels.tier != "1"} and {@code !(labels.tier == "1")} are all false when
 * there is no label {@code tier}. An error on one side of {@code ||} is forgiven when the
 * other side is true, and {@code has(labels.tier)} asks for the label itself.
 */
public final class Condition {

	private static final Logger log = LoggerFactory.getLogger(Condition.class);

	private final String text;

	private final CelRuntime.Program program;

	Condition(String text, CelRuntime.Program program) {
		this.text = text;
		this.program = program;
	}

	public String text() {
		return this.text;
	}

	public boolean holds(Facts facts) {
		try {
			return Boolean.TRUE.equals(this.program.eval(variables(facts)));
		}
		catch (CelEvaluationException unanswerable) {
			log.debug("Condition {} has no answer: {}", this.text, unanswerable.getMessage());
			return false;
		}
	}

	private static Map<String, Object> variables(Facts facts) {
		return Map.of("labels", facts.labels(), "annotations", facts.annotations(), "firing", (long) facts.firing(),
				"integration", facts.integration(), "team", facts.team());
	}

}
