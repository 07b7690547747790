package dev.vigie.gateway.relay;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import dev.vigie.shared.access.AccessProperties;

/**
 * Takes the caller's own credentials off a relayed request and puts the inner token on;
 * says which public address was called.
 */
@Component
class RelayHeaders implements HttpHeadersFilter.RequestHttpHeadersFilter, Ordered {

	private final URI address;

	RelayHeaders(AccessProperties access) {
		this.address = URI.create(access.issuer());
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public HttpHeaders apply(HttpHeaders sent, ServerRequest request) {
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(sent);
		headers.remove(HttpHeaders.COOKIE);
		if (!isKeyOfSender(sent.getFirst(HttpHeaders.AUTHORIZATION))) {
			headers.remove(HttpHeaders.AUTHORIZATION);
		}
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		if (caller instanceof JwtAuthenticationToken inner) {
			headers.setBearerAuth(inner.getToken().getTokenValue());
		}
		headers.set(RequestIds.HEADER, RequestIds.of(request.servletRequest()));
		headers.set("X-Forwarded-Host", this.address.getAuthority());
		headers.set("X-Forwarded-Proto", this.address.getScheme());
		return headers;
	}

	// Opsgenie's senders have no other place for it, and no token of ours looks so.
	private static boolean isKeyOfSender(@Nullable String authorization) {
		return authorization != null && authorization.regionMatches(true, 0, "GenieKey ", 0, 9);
	}

}
