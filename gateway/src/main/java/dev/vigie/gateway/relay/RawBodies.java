package dev.vigie.gateway.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Keeps every hand off the bodies that are relayed. Senders lie about their content type
 * ({@code curl -d} claims a form), and a servlet container that looks for form parameters
 * would swallow the body; so parameters come from the address alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RawBodies extends OncePerRequestFilter {

	private final long largestBody;

	private final long largestDelivery;

	RawBodies(GatewayProperties properties) {
		this.largestBody = properties.largestBody().toBytes();
		this.largestDelivery = properties.largestDelivery().toBytes();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !path.startsWith("/api/") && !SenderPaths.contain(path);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long limit = SenderPaths.contain(request.getRequestURI()) ? this.largestDelivery : this.largestBody;
		if (request.getContentLengthLong() > limit) {
			Refusals.tooLarge(response);
			return;
		}
		chain.doFilter(new Raw(request, limit), response);
	}

	private static final class Raw extends HttpServletRequestWrapper {

		private final HttpServletRequest request;

		private final long limit;

		private final Map<String, String[]> parameters = new LinkedHashMap<>();

		private @Nullable ServletInputStream body;

		private Raw(HttpServletRequest request, long limit) {
			super(request);
			this.request = request;
			this.limit = limit;
			query(request.getQueryString()).forEach((name, values) -> this.parameters.put(decoded(name),
					values.stream().map(Raw::decoded).toArray(String[]::new)));
		}

		private static MultiValueMap<String, String> query(@Nullable String query) {
			return UriComponentsBuilder.newInstance().query((query != null) ? query : "").build().getQueryParams();
		}

		private static String decoded(@Nullable String text) {
			try {
				return (text == null) ? "" : UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
			}
			catch (IllegalArgumentException broken) {
				return (text == null) ? "" : text;
			}
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.body == null) {
				this.body = new LimitedBody(this.request, this.limit);
			}
			return this.body;
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = this.parameters.get(name);
			return (values == null) ? null : values[0];
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Collections.unmodifiableMap(this.parameters);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(List.copyOf(this.parameters.keySet()));
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return this.parameters.get(name);
		}

	}

}
