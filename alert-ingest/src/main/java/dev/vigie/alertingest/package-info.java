/**
 * The front door for senders: integrations, alerts, and the feed that tells of them.
 */
@NullMarked
package dev.vigie.alertingest;

import org.jspecify.annotations.NullMarked;
