package dev.vigie.escalation.condition;

import org.jspecify.annotations.Nullable;

/**
 * How things stand with an incident.
 *
 * @param severity its present severity, null before it has one
 * @param impact whether the business is affected
 */
public record Standing(@Nullable String severity, boolean impact) {

	public static final Standing NEW = new Standing(null, false);

}
