/**
 * Circuit breakers: a neighbour that does not answer is left alone for a while.
 */
@NullMarked
package dev.vigie.shared.circuit;

import org.jspecify.annotations.NullMarked;
