package dev.vigie.gateway.relay;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

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
 * Takes the caller's own credentials off a relayed request and puts the inner token on,
 * except a sender's, which its integration may ask for; says which public address was
 * called and who called.
 */
@Component
class RelayHeaders implements HttpHeadersFilter.RequestHttpHeadersFilter, Ordered {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

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
		// The sender is bidden go on here: a program that refuses would cut us off.
		headers.remove(HttpHeaders.EXPECT);
		if (!SenderPaths.contain(request.path())) {
			headers.remove(HttpHeaders.AUTHORIZATION);
		}
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		if (caller instanceof JwtAuthenticationToken inner) {
			headers.setBearerAuth(inner.getToken().getTokenValue());
		}
		headers.set(RequestIds.HEADER, RequestIds.of(request.servletRequest()));
		headers.set("X-Forwarded-Host", this.address.getAuthority());
		headers.set("X-Forwarded-Proto", this.address.getScheme());
		headers.set(FORWARDED_FOR, way(request.servletRequest()));
		return headers;
	}

	// As the request came, before anybody believed its headers: who was connected comes
	// last, so that a program can tell it from what was only claimed.
	private static String way(HttpServletRequest request) {
		ServletRequest inner = request;
		while (inner instanceof ServletRequestWrapper wrapper) {
			inner = wrapper.getRequest();
		}
		HttpServletRequest original = (inner instanceof HttpServletRequest http) ? http : request;
		List<String> way = new ArrayList<>(Collections.list(original.getHeaders(FORWARDED_FOR)));
		way.add(original.getRemoteAddr());
		return String.join(", ", way);
	}

}
