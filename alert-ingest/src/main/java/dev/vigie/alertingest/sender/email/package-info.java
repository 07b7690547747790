/**
 * Mails as alerts: an SMTP server for senders that can write nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "delivery", "integration", "sender" })
package dev.vigie.alertingest.sender.email;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
