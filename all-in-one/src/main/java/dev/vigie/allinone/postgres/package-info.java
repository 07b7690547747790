/**
 * A PostgreSQL server of our own: unpacked, initialised, watched and stopped.
 */
@NullMarked
package dev.vigie.allinone.postgres;

import org.jspecify.annotations.NullMarked;
