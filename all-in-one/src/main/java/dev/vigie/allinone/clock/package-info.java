/**
 * A clock that runs faster than the wall's and never backwards.
 */
@NullMarked
package dev.vigie.allinone.clock;

import org.jspecify.annotations.NullMarked;
