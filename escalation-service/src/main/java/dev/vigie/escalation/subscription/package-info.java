/**
 * Who follows incidents without working on them, and what they are told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "channel", "document", "incident", "notice", "roster" })
package dev.vigie.escalation.subscription;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
