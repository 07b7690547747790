package dev.vigie.alertingest.sender.email;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mails come in.
 *
 * @param port the SMTP port; without one no mail is taken
 * @param bind the address it listens at
 * @param domain what stands behind the @ in the addresses shown to people
 * @param largest the largest mail taken
 * @param connections how many senders may talk at once
 */
@ConfigurationProperties("vigie.ingest.mail")
record MailProperties(@Nullable Integer port, @DefaultValue("127.0.0.1") String bind,
		@DefaultValue("vigie.localhost") String domain, @DefaultValue("1MB") DataSize largest,
		@DefaultValue("50") int connections) {
}
