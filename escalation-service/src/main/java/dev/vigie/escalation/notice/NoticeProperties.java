package dev.vigie.escalation.notice;

import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are written.
 *
 * @param language the language of what goes to no person
 */
@ConfigurationProperties("vigie.paging")
record NoticeProperties(@DefaultValue("en") Locale language) {
}
