/**
 * Errors as RFC 9457 problem documents: what a feature throws and what a caller sees.
 */
@NullMarked
package dev.vigie.shared.problem;

import org.jspecify.annotations.NullMarked;
