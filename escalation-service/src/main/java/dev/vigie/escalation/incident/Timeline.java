package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What happened to an incident, in codes. Lines are only ever added; each is also told in
 * the feed. The words for a code, and the parameters they use, stand in
 * {@code messages-escalation-service*.properties}.
 */
@Component
public class Timeline {

	/**
	 * Adds a line in the current transaction. What it tells of the incident must be
	 * written before.
	 */
	public void add(UUID incidentId, String code, Instant occurredAt, @Nullable String actor,
			Map<String, String> params) {
		throw new UnsupportedOperationException();
	}

}
