/**
 * Other programs that are asked for something: a war room, a ticket.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "secret", "webhook" })
package dev.vigie.escalation.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
