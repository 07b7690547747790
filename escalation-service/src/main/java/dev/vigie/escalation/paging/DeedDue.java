package dev.vigie.escalation.paging;

import java.util.UUID;

import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.policy.Deed;

/**
 * A step does more than telling people; heard in the transaction of the step.
 *
 * @param at the step, once for each time it is carried out
 */
public record DeedDue(UUID incidentId, PageRequest.At at, Deed deed) {
}
