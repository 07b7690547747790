/**
 * Pages as rows with a state, and the dispatcher that sends them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "channel", "roster" })
package dev.vigie.escalation.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
