package dev.vigie.alertingest.sender.sns;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.Unavailable;

/**
 * Confirms subscriptions by fetching the address that SNS signed, once each. SNS itself
 * takes a second confirmation as the first, so that forgetting one, as a restart does,
 * harms nobody.
 */
@Component
class Subscriptions {

	private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

	private static final int REMEMBERED = 1000;

	private static final Duration SOON = Duration.ofSeconds(20);

	private final Fetcher fetcher;

	private final Set<Asked> confirmed = Collections
		.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<Asked, Boolean>() {
			@Override
			protected boolean removeEldestEntry(Map.Entry<Asked, Boolean> eldest) {
				return size() > REMEMBERED;
			}
		}));

	Subscriptions(Fetcher fetcher) {
		this.fetcher = fetcher;
	}

	/**
	 * Confirms a subscription whose message was proven.
	 * @return what came of it
	 * @throws Unavailable if SNS cannot be reached and is to ask again
	 */
	String confirm(IntegrationRef integration, String topic, URI address) {
		Asked asked = new Asked(integration.id(), address);
		if (!this.confirmed.add(asked)) {
			return "It was confirmed before";
		}
		return switch (this.fetcher.fetch(address)) {
			case Fetcher.Answer.Fetched _ -> {
				log.info("Confirmed the subscription of integration {} to topic {}", integration.name(), topic);
				yield "The subscription is confirmed";
			}
			case Fetcher.Answer.Refused(int status) -> {
				log.warn("SNS refused the confirmation of integration {} for topic {}: {}", integration.name(), topic,
						status);
				yield "SNS refused the confirmation with %d; ask it to send a new one".formatted(status);
			}
			case Fetcher.Answer.Unreachable(String reason) -> {
				this.confirmed.remove(asked);
				throw new Unavailable("The subscription could not be confirmed: " + reason, SOON);
			}
		};
	}

	private record Asked(UUID integration, URI address) {
	}

}
