package dev.vigie.shared.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;

/**
 * Fetches the next events of another program's feed.
 */
interface FeedClient {

	/**
	 * Up to 500 events after the position, waiting up to {@code wait} for the first.
	 */
	List<FeedEvent> after(long position, Duration wait);

	static FeedClient over(RestClient client, URI program) {
		return (position, wait) -> {
			List<FeedEvent> events = client.get()
				.uri(program + "/feed?lastEventId={position}&timeout={wait}", position, wait.toMillis())
				.retrieve()
				.body(new ParameterizedTypeReference<List<FeedEvent>>() {
				});
			return (events != null) ? events : List.of();
		};
	}

}
