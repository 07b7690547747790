package dev.vigie.gateway.login;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import dev.vigie.gateway.account.Identity;

/**
 * Lets a browser pass to its authorization code only while its sign-in still holds, and
 * not before a one-time password was changed.
 */
class SignInGate extends OncePerRequestFilter {

	private final SignIn signIn;

	SignInGate(SignIn signIn) {
		this.signIn = signIn;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals("/oauth2/authorize");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Identity> identity = this.signIn.current(request);
		if (identity.isEmpty()) {
			this.signIn.forget(request.getSession(false));
		}
		if (identity.filter(Identity::mustChangePassword).isPresent()) {
			this.signIn.requests().saveRequest(request, response);
			response.sendRedirect("/password");
			return;
		}
		chain.doFilter(request, response);
	}

}
