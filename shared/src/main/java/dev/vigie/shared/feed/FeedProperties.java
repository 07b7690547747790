package dev.vigie.shared.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The feeds this program reads and how long it keeps its own.
 *
 * @param feeds the address of the program behind each feed, by the feed's name
 * @param feedRetention how long events of the own feed are kept
 */
@ConfigurationProperties("vigie")
record FeedProperties(@DefaultValue Map<String, URI> feeds, @DefaultValue("30d") Duration feedRetention) {

	FeedProperties {
		feeds = Map.copyOf(feeds);
	}

}
