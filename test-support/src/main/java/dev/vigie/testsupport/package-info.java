/**
 * Test code of all modules: one PostgreSQL, a settable clock, the architecture rules.
 */
@NullMarked
package dev.vigie.testsupport;

import org.jspecify.annotations.NullMarked;
