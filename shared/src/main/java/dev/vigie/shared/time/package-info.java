/**
 * The one clock of a program.
 */
@NullMarked
package dev.vigie.shared.time;

import org.jspecify.annotations.NullMarked;
