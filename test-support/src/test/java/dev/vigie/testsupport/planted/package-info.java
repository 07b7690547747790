/**
 * Faults against the rules of the house, planted so that the rules are seen to fail.
 */
package dev.vigie.testsupport.planted;
