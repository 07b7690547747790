/**
 * Lists that are read a piece at a time.
 */
@NullMarked
package dev.vigie.shared.listing;

import org.jspecify.annotations.NullMarked;
