package dev.vigie.gateway.login;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

import dev.vigie.gateway.account.Identities;

/**
 * Goes on with what the sign-in was asked for.
 */
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

	private final SignIn signIn;

	private final Identities identities;

	SignedIn(SignIn signIn, Identities identities) {
		this.signIn = signIn;
		this.identities = identities;
		setRequestCache(signIn.requests());
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws ServletException, IOException {
		this.identities.active(authentication.getName())
			.ifPresent((identity) -> this.signIn.remember(request, identity));
		super.onAuthenticationSuccess(request, response, authentication);
	}

}
