/**
 * Messages to channels that belong to no incident: a silence begins or is over.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "channel", "queue" })
package dev.vigie.escalation.notice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
