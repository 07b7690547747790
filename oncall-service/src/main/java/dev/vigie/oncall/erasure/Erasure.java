package dev.vigie.oncall.erasure;

import java.time.Instant;

/**
 * That somebody was erased, and never who.
 *
 * @param pseudonym what others point to now
 * @param erasedBy who did it
 * @param erasedAt when
 * @param forced whether they were on call or held a position still
 */
record Erasure(String pseudonym, String erasedBy, Instant erasedAt, boolean forced) {
}
