/**
 * Who may call what: every program checks token and scope itself and denies by default.
 */
@NullMarked
package dev.vigie.shared.access;

import org.jspecify.annotations.NullMarked;
