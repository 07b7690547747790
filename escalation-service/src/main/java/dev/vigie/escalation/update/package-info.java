/**
 * How an incident stands, told to those who follow it, and when they hear of it next.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "channel", "command", "document", "incident", "notice", "roster", "subscription" })
package dev.vigie.escalation.update;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
