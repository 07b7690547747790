package dev.vigie.escalation.handoff;

import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told when nobody else can be, as for pages.
 *
 * @param fallbackEmail the mailbox of last resort, empty when there is none
 * @param language the language of what goes to no person
 */
@ConfigurationProperties("vigie.paging")
record HandOffProperties(@DefaultValue("") String fallbackEmail, @DefaultValue("en") Locale language) {
}
