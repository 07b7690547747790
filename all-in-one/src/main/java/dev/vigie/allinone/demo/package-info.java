/**
 * {@code vigie demo}: an example organisation, a mailbox, and one alert to look at.
 */
@NullMarked
package dev.vigie.allinone.demo;

import org.jspecify.annotations.NullMarked;
