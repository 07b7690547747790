/**
 * That the promises made to senders have tests.
 */
@NullMarked
package dev.vigie.allinone.checks;

import org.jspecify.annotations.NullMarked;
