package dev.vigie.gateway.login;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps authorization codes in the database, as the code may come back to another
 * replica. Tokens of programs speak for themselves and are not kept.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

	private static final Duration KEPT = Duration.ofHours(1);

	private final InstantSource wallClock = InstantSource.system();

	private final OAuth2AuthorizationService stored;

	private final JdbcClient jdbc;

	Authorizations(JdbcOperations operations, JdbcClient jdbc, RegisteredClientRepository clients) {
		this.stored = new JdbcOAuth2AuthorizationService(operations, clients);
		this.jdbc = jdbc;
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
			this.stored.save(authorization);
		}
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.stored.remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.stored.findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return this.stored.findByToken(token, type);
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
	void dropOld() {
		this.jdbc.sql("delete from oauth2_authorization where authorization_code_issued_at < :before")
			.param("before", this.wallClock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

}
