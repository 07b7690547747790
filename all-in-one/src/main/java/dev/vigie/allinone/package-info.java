/**
 * All programs in one JVM over an embedded PostgreSQL, and the {@code vigie} command
 * line.
 */
@NullMarked
package dev.vigie.allinone;

import org.jspecify.annotations.NullMarked;
