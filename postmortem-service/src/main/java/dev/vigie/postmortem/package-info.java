/**
 * Post-mortems drafted from incidents, and their action items.
 */
@NullMarked
package dev.vigie.postmortem;

import org.jspecify.annotations.NullMarked;
