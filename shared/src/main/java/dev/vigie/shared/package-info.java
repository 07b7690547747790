/**
 * Mechanics that every program needs. No word of the domain may enter here.
 */
@NullMarked
package dev.vigie.shared;

import org.jspecify.annotations.NullMarked;
