package dev.vigie.gateway.login;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.signing.InnerTokens;
import dev.vigie.gateway.signing.InnerTokens.Bearer;

/**
 * Asks with each page whether the signed-in account may still come in, and exchanges the
 * session for an inner token with which the page asks the programs.
 */
class SessionGate extends OncePerRequestFilter {

	private final Identities identities;

	private final InnerTokens innerTokens;

	SessionGate(Identities identities, InnerTokens innerTokens) {
		this.identities = identities;
		this.innerTokens = innerTokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication session = SecurityContextHolder.getContext().getAuthentication();
		if (session instanceof OAuth2AuthenticationToken browser) {
			current(browser).ifPresentOrElse(this::goOn, () -> forget(request.getSession(false)));
		}
		chain.doFilter(request, response);
	}

	private Optional<Identity> current(OAuth2AuthenticationToken browser) {
		Object epoch = browser.getPrincipal().getAttribute(BrowserAccount.EPOCH);
		return this.identities.active(browser.getName())
			.filter((identity) -> Integer.valueOf(identity.epoch()).equals(epoch));
	}

	// For this request alone: the session keeps the sign-in, not the token.
	private void goOn(Identity identity) {
		Bearer bearer = new Bearer(identity.name(), identity.person(), List.of(identity.role().text()),
				identity.role().scopes());
		SecurityContextHolder.setContext(new SecurityContextImpl(this.innerTokens.issue(bearer)));
	}

	private static void forget(@Nullable HttpSession session) {
		SecurityContextHolder.clearContext();
		if (session != null) {
			session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		}
	}

}
