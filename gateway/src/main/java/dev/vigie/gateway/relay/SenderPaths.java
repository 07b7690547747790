package dev.vigie.gateway.relay;

import java.util.List;
import java.util.stream.Stream;

/**
 * The paths of senders, which hold their key or send it with the body: relayed with no
 * credential asked for, their bodies untouched, and never answered with a page.
 */
public final class SenderPaths {

	/**
	 * What is relayed to alert-ingest.
	 */
	static final List<String> RELAYED = List.of("/integrations/v1/**", "/v2/enqueue/**", "/v2/change/enqueue/**",
			"/v2/alerts/**", "/v2/heartbeats/**", "/jsm/ops/integration/v2/alerts/**",
			"/jsm/ops/integration/v2/heartbeats/**");

	/**
	 * What belongs to senders; a wrong address below is a problem and no page.
	 */
	private static final List<String> ROOTS = List.of("/integrations/", "/v2/", "/jsm/ops/integration/");

	/**
	 * Below these a segment is a sender's own text, in which slashes may be encoded.
	 */
	static final List<String> FREE = List.of("/v2/alerts/", "/v2/heartbeats/", "/jsm/ops/integration/v2/alerts/",
			"/jsm/ops/integration/v2/heartbeats/", "/integrations/v1/opsgenie/");

	private SenderPaths() {
	}

	public static boolean contain(String path) {
		return ROOTS.stream().anyMatch(path::startsWith);
	}

	static Stream<String> patterns() {
		return ROOTS.stream().map((root) -> root + "**");
	}

}
