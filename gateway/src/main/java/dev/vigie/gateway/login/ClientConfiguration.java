package dev.vigie.gateway.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import dev.vigie.shared.access.AccessProperties;

/**
 * Who may ask the authorization server for tokens: the browser's sign-in, and the
 * programs that ask others.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	private static final Logger log = LoggerFactory.getLogger(ClientConfiguration.class);

	private static final Map<String, List<String>> PROGRAMS = Map.of("escalation-service",
			List.of("feed:read", "schedules:read", "runbooks:read"), "postmortem-service",
			List.of("feed:read", "incidents:read", "schedules:read"));

	// Long, so that an absent gateway stops no program for half a day.
	private static final Duration PROGRAM_TOKEN = Duration.ofHours(12);

	private static final Duration BROWSER_TOKEN = Duration.ofMinutes(5);

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings(AccessProperties access) {
		return AuthorizationServerSettings.builder().issuer(access.issuer()).build();
	}

	@Bean
	RegisteredClientRepository registeredClients(AccessProperties access, PasswordEncoder encoder) {
		List<RegisteredClient> clients = new ArrayList<>();
		clients.add(browser(access.issuer()));
		if (access.clientSecret().isBlank()) {
			log.warn("No program can get a token: VIGIE_SERVICE_SECRET is not set");
		}
		else {
			PROGRAMS.forEach((name, scopes) -> clients
				.add(program(name, String.valueOf(encoder.encode(access.clientSecret())), scopes)));
		}
		return new InMemoryRegisteredClientRepository(clients);
	}

	private static RegisteredClient browser(String issuer) {
		return RegisteredClient.withId(BrowserClient.ID)
			.clientId(BrowserClient.ID)
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(issuer + BrowserClient.REDIRECT)
			.scope(BrowserClient.SCOPE)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(BROWSER_TOKEN).build())
			.build();
	}

	private static RegisteredClient program(String name, String secret, List<String> scopes) {
		return RegisteredClient.withId(name)
			.clientId(name)
			.clientSecret(secret)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scopes((all) -> all.addAll(scopes))
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(PROGRAM_TOKEN).build())
			.build();
	}

}
