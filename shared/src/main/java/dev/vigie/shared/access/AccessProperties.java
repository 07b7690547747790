package dev.vigie.shared.access;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom a program trusts, and who it is when it calls another.
 *
 * @param issuer the {@code iss} of every token that is accepted: the public address of
 * the gateway
 * @param gateway where the gateway's keys and tokens are fetched, which may be an inner
 * address
 * @param clientId this program's name towards the authorization server
 * @param clientSecret the secret the programs of one installation share
 */
@ConfigurationProperties("vigie.access")
public record AccessProperties(@DefaultValue("http://localhost:8080") String issuer,
		@DefaultValue("http://localhost:8080") URI gateway, @DefaultValue("vigie") String clientId,
		@DefaultValue("") String clientSecret) {
}
