package dev.vigie.escalation.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails present themselves.
 *
 * @param from the address that pages come from
 */
@ConfigurationProperties("vigie.mail")
record EmailProperties(@DefaultValue("vigie@localhost") String from) {
}
