package dev.vigie.oncall;

import java.net.URI;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.vigie.testsupport.Tokens;

/**
 * Somebody who may read and write what this program keeps, and the requests they make.
 */
final class Manager {

	static final RequestPostProcessor TOKEN = Tokens.by("grace", "schedules:read", "schedules:write");

	private final MockMvcTester http;

	Manager(MockMvcTester http) {
		this.http = http;
	}

	MvcTestResult put(String path, String spec) {
		return this.http.put()
			.uri("/api/v1/" + path)
			.with(TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri("/api/v1/" + path)
			.with(TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	MvcTestResult get(String path) {
		return this.http.get().uri(URI.create("/api/v1/" + path)).with(TOKEN).exchange();
	}

	MvcTestResult delete(String path) {
		return this.http.delete().uri("/api/v1/" + path).with(TOKEN).exchange();
	}

}
