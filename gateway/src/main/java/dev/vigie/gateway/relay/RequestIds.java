package dev.vigie.gateway.relay;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that goes with it to the programs, into the answer and into
 * the log. A caller's own id is kept when it is harmless.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	private static final String NAME = "requestId";

	private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	static String of(HttpServletRequest request) {
		return (request.getAttribute(HEADER) instanceof String id) ? id : fresh();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = idOf(request.getHeader(HEADER));
		request.setAttribute(HEADER, id);
		response.setHeader(HEADER, id);
		try (MDC.MDCCloseable _ = MDC.putCloseable(NAME, id)) {
			chain.doFilter(request, new OneId(response));
		}
	}

	private static String idOf(@Nullable String sent) {
		return (sent != null && HARMLESS.matcher(sent).matches()) ? sent : fresh();
	}

	private static String fresh() {
		return UUID.randomUUID().toString();
	}

	/**
	 * Lets the id that a program gives its answer take the place of this one: some
	 * senders ask for it later.
	 */
	private static final class OneId extends HttpServletResponseWrapper {

		private OneId(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void addHeader(String name, String value) {
			if (HEADER.equalsIgnoreCase(name)) {
				setHeader(name, value);
			}
			else {
				super.addHeader(name, value);
			}
		}

	}

}
