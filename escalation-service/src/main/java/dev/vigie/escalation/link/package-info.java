/**
 * Where else an incident is worked on: its war room, its tickets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "incident")
package dev.vigie.escalation.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
