package dev.vigie.alertingest.sender.sns;

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

import org.springframework.stereotype.Component;

/**
 * Fetches over the net, within bounds: no redirect is followed, five seconds for all of
 * it, and no more than a certificate needs.
 */
@Component
class WebFetcher implements Fetcher {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int LONGEST = 64 * 1024;

	private final HttpClient http = HttpClient.newBuilder()
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(PATIENCE)
		.build();

	@Override
	public Answer fetch(URI address) {
		HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
		CompletableFuture<HttpResponse<byte[]>> answer = this.http.sendAsync(request,
				BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
		try {
			// The request's own timeout ends with the headers; a body may dribble.
			return answer(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (ExecutionException failure) {
			return new Answer.Unreachable(String.valueOf(failure.getCause()));
		}
		catch (TimeoutException _) {
			return new Answer.Unreachable("no answer within " + PATIENCE.toSeconds() + " seconds");
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return new Answer.Unreachable("the program is stopping");
		}
		finally {
			answer.cancel(true);
		}
	}

	private static Answer answer(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status == 200) {
			return new Answer.Fetched(response.body());
		}
		boolean passing = status >= 500 || status == 429;
		return passing ? new Answer.Unreachable("it answered " + status) : new Answer.Refused(status);
	}

}
