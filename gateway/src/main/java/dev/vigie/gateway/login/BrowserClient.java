package dev.vigie.gateway.login;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.AccessProperties;

/**
 * The console as a client of the authorization server beside it: browsers are sent to the
 * public address, codes are exchanged at the inner one.
 */
@Component
class BrowserClient implements ClientRegistrationRepository {

	static final String ID = "vigie";

	static final String SCOPE = "console";

	static final String START = "/oauth2/authorization/" + ID;

	static final String REDIRECT = "/login/oauth2/code/" + ID;

	private final String issuer;

	private volatile String inner;

	private final boolean innerIsGiven;

	BrowserClient(AccessProperties access, @Value("${vigie.gateway.inner-address:}") String inner,
			@Value("${server.port:8080}") int port) {
		this.issuer = access.issuer();
		this.innerIsGiven = !inner.isBlank();
		this.inner = this.innerIsGiven ? inner : "http://localhost:" + port;
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		if (!this.innerIsGiven) {
			this.inner = "http://localhost:" + event.getWebServer().getPort();
		}
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		return ID.equals(id) ? registration() : null;
	}

	private ClientRegistration registration() {
		return ClientRegistration.withRegistrationId(ID)
			.clientId(ID)
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.issuer + REDIRECT)
			.scope(SCOPE)
			.authorizationUri(this.issuer + "/oauth2/authorize")
			.tokenUri(this.inner + "/oauth2/token")
			.userNameAttributeName("sub")
			.clientName("Vigie")
			.build();
	}

}
