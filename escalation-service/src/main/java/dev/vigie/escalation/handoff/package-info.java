/**
 * Tells who comes on call, and who goes, what they must know, and asks the one who comes
 * to take over.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "channel", "incident", "notice", "roster" })
package dev.vigie.escalation.handoff;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
