package dev.vigie.escalation.channel;

import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told when nobody else can be.
 *
 * @param fallbackEmail the mailbox of last resort, empty when there is none
 * @param language the language of pages that go to no person
 */
@ConfigurationProperties("vigie.paging")
public record FallbackProperties(@DefaultValue("") String fallbackEmail, @DefaultValue("en") Locale language) {
}
