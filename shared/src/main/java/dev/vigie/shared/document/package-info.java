/**
 * Configuration documents: applied whole, compared, and refused with the field that is
 * wrong.
 */
@NullMarked
package dev.vigie.shared.document;

import org.jspecify.annotations.NullMarked;
