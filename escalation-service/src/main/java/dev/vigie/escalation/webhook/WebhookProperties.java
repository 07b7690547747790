package dev.vigie.escalation.webhook;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What webhooks may do.
 *
 * @param allowPrivateAddresses whether a webhook may lead into the network this program
 * stands in
 * @param timeout how long the other side has to answer
 */
@ConfigurationProperties("vigie.webhook")
record WebhookProperties(@DefaultValue("false") boolean allowPrivateAddresses, @DefaultValue("10s") Duration timeout) {
}
