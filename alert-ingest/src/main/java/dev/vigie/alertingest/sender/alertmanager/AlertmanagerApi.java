package dev.vigie.alertingest.sender.alertmanager;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.BadAnswer;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Unavailable;

/**
 * Asks an Alertmanager at the address that its integration sets, within bounds: no
 * redirect is followed, five seconds for all of it, 4 MiB, and one that does not answer
 * is spared for a while.
 */
@Component
class AlertmanagerApi {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration COME_AGAIN = Duration.ofSeconds(10);

	private static final int LONGEST = 4 * 1024 * 1024;

	private final HttpClient http = HttpClient.newBuilder()
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(PATIENCE)
		.build();

	private final CircuitBreakerRegistry circuits;

	AlertmanagerApi(CircuitBreakerRegistry circuits) {
		this.circuits = circuits;
	}

	/**
	 * The body of what it answers.
	 * @throws Unavailable if it is away
	 * @throws BadAnswer if it does not answer with silences
	 */
	byte[] silences(AlertmanagerSettings settings) {
		URI address = settings.silences()
			.orElseThrow(() -> new Conflict("no-api-url",
					"The integration does not say where its Alertmanager answers; set settings.apiUrl"));
		CircuitBreaker circuit = this.circuits.circuitBreaker("alertmanager " + address.getAuthority());
		if (!circuit.tryAcquirePermission()) {
			throw new Unavailable("The Alertmanager failed too often just now and is not asked", COME_AGAIN);
		}
		long start = circuit.getCurrentTimestamp();
		try {
			byte[] body = body(ask(address, settings.authorization()));
			circuit.onSuccess(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit());
			return body;
		}
		catch (BadAnswer there) {
			circuit.onSuccess(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit());
			throw there;
		}
		catch (RuntimeException failure) {
			circuit.onError(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit(), failure);
			throw failure;
		}
	}

	private HttpResponse<byte[]> ask(URI address, @Nullable String authorization) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(PATIENCE)
			.header("Accept", "application/json");
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		CompletableFuture<HttpResponse<byte[]>> answer = this.http.sendAsync(request.build(),
				BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
		try {
			// The request's own timeout ends with the headers; a body may dribble.
			return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException _) {
			throw new Unavailable("The Alertmanager cannot be reached, or answers more than 4 MiB", COME_AGAIN);
		}
		catch (TimeoutException _) {
			throw new Unavailable("The Alertmanager does not answer within 5 seconds", COME_AGAIN);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new Unavailable("The program is stopping", COME_AGAIN);
		}
		finally {
			answer.cancel(true);
		}
	}

	private static byte[] body(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status >= 500 || status == 429) {
			throw new Unavailable("The Alertmanager answers " + status, COME_AGAIN);
		}
		if (status != 200) {
			throw new BadAnswer("The Alertmanager answers %d to the question for its silences".formatted(status));
		}
		return response.body();
	}

}
