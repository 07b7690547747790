package dev.vigie.alertingest.delivery;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.lock.Locks;
import dev.vigie.alertingest.lock.Network;

/**
 * Tries an integration's extra locks before its body is read.
 */
@Component
class SenderGuard {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private final List<Network> proxies;

	SenderGuard(IngestProperties properties) {
		this.proxies = properties.trustedProxies().stream().map(Network::new).toList();
	}

	/**
	 * Throws what the sender is to be answered if a lock does not open.
	 */
	void check(IntegrationRef integration, HttpServletRequest request) {
		Locks locks = integration.protection().locks();
		if (locks != null) {
			locks.checkHead(headers(request), client(request));
		}
	}

	/**
	 * Where the request comes from: whoever is connected or, as long as that is a proxy
	 * we trust, whom it names last. What a stranger claims counts for nothing, so the
	 * request is looked at as it was before anybody believed its headers.
	 */
	InetAddress client(HttpServletRequest request) {
		HttpServletRequest original = original(request);
		InetAddress client = InetAddress.ofLiteral(original.getRemoteAddr());
		List<String> claimed = Collections.list(original.getHeaders(FORWARDED_FOR))
			.stream()
			.flatMap((line) -> List.of(line.split(",")).stream())
			.map(String::strip)
			.toList();
		for (String next : claimed.reversed()) {
			InetAddress at = client;
			if (this.proxies.stream().noneMatch((proxy) -> proxy.contains(at))) {
				return client;
			}
			try {
				client = InetAddress.ofLiteral(next);
			}
			catch (IllegalArgumentException _) {
				return client;
			}
		}
		return client;
	}

	static HttpHeaders headers(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.addAll(name, Collections.list(request.getHeaders(name))));
		return headers;
	}

	private static HttpServletRequest original(HttpServletRequest request) {
		ServletRequest inner = request;
		while (inner instanceof ServletRequestWrapper wrapper) {
			inner = wrapper.getRequest();
		}
		return (inner instanceof HttpServletRequest original) ? original : request;
	}

}
