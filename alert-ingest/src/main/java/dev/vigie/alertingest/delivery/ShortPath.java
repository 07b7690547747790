package dev.vigie.alertingest.delivery;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Leads what senders post straight to its controller: the filters and the dispatcher in
 * between have no say about a path that is open and checks its own key, and in a storm
 * they cost several times what the alerts do. Only plain addresses are led; whatever is
 * unusual about one goes the long way.
 */
class ShortPath implements Filter {

	static final String BELOW = "/integrations/v1/*";

	/**
	 * The senders that storm and have no controller of their own; without any character
	 * that a firewall would look at, and with nothing below the key but Alertmanager's
	 * API.
	 */
	private static final Pattern PLAIN = Pattern.compile("/integrations/v1/"
			+ "(alertmanager|generic|grafana|grafana_alerting|incidentio|loki|mimir|prometheus|thanos|vmalert|webhook)"
			+ "/([A-Za-z0-9_-]+)/?((?<=/)api/v[12]/alerts/?)?");

	private final Supplier<SenderController> senders;

	private final Supplier<HandlerExceptionResolver> problems;

	private final JsonMapper json;

	/**
	 * A filter, made before what it leads to.
	 */
	ShortPath(Supplier<SenderController> senders, Supplier<HandlerExceptionResolver> problems, JsonMapper json) {
		this.senders = SingletonSupplier.of(senders);
		this.problems = SingletonSupplier.of(problems);
		this.json = json;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer
				&& http.getMethod().equals("POST")) {
			Matcher address = PLAIN.matcher(http.getRequestURI());
			if (address.matches()) {
				deliver(address, http, answer);
				return;
			}
		}
		chain.doFilter(request, response);
	}

	private void deliver(Matcher address, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		byte[] answer;
		try {
			answer = this.json.writeValueAsBytes(
					this.senders.get().deliver(address.group(1), address.group(2), address.group(3), request));
		}
		catch (RuntimeException failure) {
			explain(failure, request, response);
			return;
		}
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(answer.length);
		response.getOutputStream().write(answer);
	}

	private void explain(RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
			throws ServletException {
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (this.problems.get().resolveException(request, response, null, failure) == null) {
			throw new ServletException(failure);
		}
	}

}
