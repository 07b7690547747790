package dev.vigie.gateway.login;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The error page is for errors: asked for directly, it is not there.
 */
class DirectErrors extends OncePerRequestFilter {

	private final RequestMatcher page = PathPatternRequestMatcher.pathPattern("/error");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.page.matches(request);
	}

	// Never called when the container itself dispatches an error here.
	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

}
