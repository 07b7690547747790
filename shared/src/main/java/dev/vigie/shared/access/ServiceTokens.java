package dev.vigie.shared.access;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Signs a program's calls to another with a client-credentials token (RFC 6749 §4.4). A
 * token is renewed at half of its life and used to its end, so that a gateway that is
 * away for hours stops nobody.
 */
public class ServiceTokens implements ClientHttpRequestInterceptor {

	private static final Logger log = LoggerFactory.getLogger(ServiceTokens.class);

	private static final Duration RETRY = Duration.ofSeconds(10);

	// Tokens live by the wall clock of the machines, whatever clock the program runs by.
	private final InstantSource wallClock = InstantSource.system();

	private final RestClient client;

	private final AccessProperties properties;

	private @Nullable Token token;

	private Instant nextTry = Instant.EPOCH;

	public ServiceTokens(RestClient.Builder client, AccessProperties properties) {
		this.client = client.build();
		this.properties = properties;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		request.getHeaders().setBearerAuth(value());
		return execution.execute(request, body);
	}

	private synchronized String value() throws IOException {
		Instant now = this.wallClock.instant();
		Token current = this.token;
		if (current == null || !now.isBefore(current.renewAt())) {
			current = renew(current, now);
		}
		return current.value();
	}

	private Token renew(@Nullable Token current, Instant now) throws IOException {
		Token usable = (current != null && now.isBefore(current.expiresAt())) ? current : null;
		if (usable != null && now.isBefore(this.nextTry)) {
			return usable;
		}
		this.nextTry = now.plus(RETRY);
		try {
			Token fresh = fetch(now);
			this.token = fresh;
			return fresh;
		}
		catch (RestClientException failure) {
			if (usable == null) {
				throw new IOException("No service token from " + this.properties.gateway(), failure);
			}
			log.warn("No new service token, the old one lasts until {}: {}", usable.expiresAt(), failure.getMessage());
			return usable;
		}
	}

	private Token fetch(Instant now) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		URI uri = URI.create(this.properties.gateway() + "/oauth2/token");
		TokenAnswer answer = this.client.post()
			.uri(uri)
			.headers((headers) -> headers.setBasicAuth(this.properties.clientId(), this.properties.clientSecret()))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(form)
			.retrieve()
			.body(TokenAnswer.class);
		if (answer == null) {
			throw new RestClientException("The token endpoint answered nothing");
		}
		Duration life = Duration.ofSeconds(answer.expiresIn());
		return new Token(answer.accessToken(), now.plus(life.dividedBy(2)), now.plus(life));
	}

	private record Token(String value, Instant renewAt, Instant expiresAt) {
	}

	private record TokenAnswer(@JsonProperty("access_token") String accessToken,
			@JsonProperty("expires_in") long expiresIn) {
	}

}
