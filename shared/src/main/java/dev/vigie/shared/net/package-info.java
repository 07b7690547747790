/**
 * Where programs may go on somebody else's word.
 */
@NullMarked
package dev.vigie.shared.net;

import org.jspecify.annotations.NullMarked;
