/**
 * Action items: work agreed in a post-mortem, with an owner and a due date.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "incidents", "postmortem" })
package dev.vigie.postmortem.actionitem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
