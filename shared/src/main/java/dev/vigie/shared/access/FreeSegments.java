package dev.vigie.shared.access;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets the segments of some paths hold any character in its encoded form, slashes too:
 * senders put free text there. Everywhere else such paths are refused as ever. A program
 * declares it as a bean.
 */
public final class FreeSegments
		implements HttpFirewall, WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final List<String> prefixes;

	private final HttpFirewall strict = new StrictHttpFirewall();

	private final HttpFirewall free = free();

	/**
	 * For the paths that begin so.
	 */
	public FreeSegments(List<String> prefixes) {
		this.prefixes = List.copyOf(prefixes);
	}

	private static HttpFirewall free() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowUrlEncodedSlash(true);
		firewall.setAllowUrlEncodedDoubleSlash(true);
		firewall.setAllowUrlEncodedPercent(true);
		firewall.setAllowBackSlash(true);
		firewall.setAllowSemicolon(true);
		firewall.setAllowUrlEncodedPeriod(true);
		return firewall;
	}

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		String path = request.getRequestURI();
		boolean isFree = this.prefixes.stream().anyMatch(path::startsWith);
		return (isFree ? this.free : this.strict).getFirewalledRequest(request);
	}

	@Override
	public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
		return this.strict.getFirewalledResponse(response);
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory server) {
		server.addConnectorCustomizers((connector) -> {
			connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
			connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
		});
	}

}
