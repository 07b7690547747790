/**
 * {@code vigie up}: an installation in a data directory, from its lock to its access
 * file.
 */
@NullMarked
package dev.vigie.allinone.up;

import org.jspecify.annotations.NullMarked;
