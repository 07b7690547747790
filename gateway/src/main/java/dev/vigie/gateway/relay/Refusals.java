package dev.vigie.gateway.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Refusals that are answered before a request has reached any controller.
 */
final class Refusals {

	private Refusals() {
	}

	static void tooLarge(HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write("""
				{"type":"/problems/too-large","title":"Content Too Large","status":413,\
				"detail":"The body is larger than this path takes"}""".getBytes(StandardCharsets.UTF_8));
	}

}
