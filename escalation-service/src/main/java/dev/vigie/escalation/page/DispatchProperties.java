package dev.vigie.escalation.page;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are dispatched.
 *
 * @param lease how long a dispatcher has a page before it is taken for dead; longer than
 * any channel may take
 * @param parallel how many pages of one type of channel are sent at once
 */
@ConfigurationProperties("vigie.paging")
record DispatchProperties(@DefaultValue("60s") Duration lease, @DefaultValue("16") int parallel) {
}
