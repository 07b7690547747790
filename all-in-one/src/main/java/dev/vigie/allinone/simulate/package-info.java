/**
 * {@code vigie simulate}: whom an incident would wake, when and why.
 */
@NullMarked
package dev.vigie.allinone.simulate;

import org.jspecify.annotations.NullMarked;
