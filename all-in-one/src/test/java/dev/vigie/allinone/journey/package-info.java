/**
 * Journeys through the whole suite, as senders and people take them.
 */
package dev.vigie.allinone.journey;
