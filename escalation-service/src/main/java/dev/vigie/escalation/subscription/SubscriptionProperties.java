package dev.vigie.escalation.subscription;

import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How those who follow incidents are told.
 *
 * @param language the language of what goes to no person
 */
@ConfigurationProperties("vigie.paging")
record SubscriptionProperties(@DefaultValue("en") Locale language) {
}
