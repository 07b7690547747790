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
public final class Manager {

	public static final RequestPostProcessor TOKEN = Tokens.by("grace", "schedules:read", "schedules:write");

	private final MockMvcTester http;

	public Manager(MockMvcTester http) {
		this.http = http;
	}

	public MvcTestResult put(String path, String spec) {
		return this.http.put()
			.uri("/api/v1/" + path)
			.with(TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	public MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri("/api/v1/" + path)
			.with(TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	public MvcTestResult get(String path) {
		return this.http.get().uri(URI.create("/api/v1/" + path)).with(TOKEN).exchange();
	}

	public MvcTestResult delete(String path) {
		return this.http.delete().uri("/api/v1/" + path).with(TOKEN).exchange();
	}

}
