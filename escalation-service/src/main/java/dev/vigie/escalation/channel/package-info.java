/**
 * Where pages go: e-mail and signed webhooks, and how sending ended.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "secret", "webhook" })
package dev.vigie.escalation.channel;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
