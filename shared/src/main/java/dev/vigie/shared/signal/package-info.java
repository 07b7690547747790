/**
 * Wake-ups between replicas by PostgreSQL's LISTEN and NOTIFY; whoever waits also polls.
 */
@NullMarked
package dev.vigie.shared.signal;

import org.jspecify.annotations.NullMarked;
