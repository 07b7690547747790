/**
 * What senders deliver: a parser for each kind of sender, and a record of every body.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "integration", "alert" })
package dev.vigie.alertingest.sender;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
