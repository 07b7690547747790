package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what senders may deliver.
 *
 * @param bodyLimit the longest body taken
 * @param inFlight how many bytes of bodies are held at once; more have to wait
 * @param patience how long a body waits for room before it is told to come again
 * @param deliveryRetention how long deliveries are kept
 * @param trustedProxies networks whose word on where a request comes from is taken, such
 * as the gateway's
 */
@ConfigurationProperties("vigie.ingest")
record IngestProperties(@DefaultValue("32MB") DataSize bodyLimit, @DefaultValue("40MB") DataSize inFlight,
		@DefaultValue("8s") Duration patience, @DefaultValue("7d") Duration deliveryRetention, @DefaultValue( {
				"127.0.0.0/8", "::1/128" }) List<String> trustedProxies){
}
