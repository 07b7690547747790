package dev.vigie.gateway.login;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Identity;

/**
 * What the authorization server remembers of a browser. It shares the browser's session
 * with the console and keeps its own corner of it, so that a password alone opens no page
 * and the console's place is found again afterwards.
 */
@Component
class SignIn {

	private static final String CONTEXT = "vigie.sign-in";

	private static final String REQUEST = "vigie.sign-in.request";

	private static final String EPOCH = "vigie.sign-in.epoch";

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final HttpSessionRequestCache requests = plainAddresses();

	private final Identities identities;

	SignIn(Identities identities) {
		this.identities = identities;
		this.contexts.setSpringSecurityContextKey(CONTEXT);
		this.requests.setSessionAttrName(REQUEST);
	}

	// Without Spring's "?continue", people can copy the address they came back to.
	@SuppressWarnings("NullAway") // null is how the parameter is turned off
	static HttpSessionRequestCache plainAddresses() {
		HttpSessionRequestCache requests = new HttpSessionRequestCache();
		requests.setMatchingRequestParameterName(null);
		return requests;
	}

	SecurityContextRepository contexts() {
		return this.contexts;
	}

	RequestCache requests() {
		return this.requests;
	}

	void remember(HttpServletRequest request, Identity identity) {
		request.getSession().setAttribute(EPOCH, identity.epoch());
	}

	/**
	 * Who signed in with this browser, unless the account was deactivated or got another
	 * password since.
	 */
	Optional<Identity> current(HttpServletRequest request) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		HttpSession session = request.getSession(false);
		if (authentication == null || session == null) {
			return Optional.empty();
		}
		Object epoch = session.getAttribute(EPOCH);
		return this.identities.active(authentication.getName())
			.filter((identity) -> Integer.valueOf(identity.epoch()).equals(epoch));
	}

	void forget(@Nullable HttpSession session) {
		SecurityContextHolder.clearContext();
		if (session != null) {
			session.removeAttribute(CONTEXT);
			session.removeAttribute(EPOCH);
		}
	}

}
