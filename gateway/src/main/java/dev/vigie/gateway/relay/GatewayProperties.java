package dev.vigie.gateway.relay;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the programs are and which further paths are open.
 *
 * @param programs the inner address of each program, by its name
 * @param openPaths further paths that need no credential, for example the demo's mailbox
 * @param metricsOpen whether the metrics need no credential, for a Prometheus that has
 * none
 * @param largestBody the largest body that callers may send
 * @param largestDelivery the largest body of a sender that is passed on: far more than
 * alert-ingest takes, for only what it refuses itself is in its log and known to a team
 */
@ConfigurationProperties("vigie.gateway")
record GatewayProperties(@DefaultValue Map<String, URI> programs, @DefaultValue List<String> openPaths,
		@DefaultValue("false") boolean metricsOpen, @DefaultValue("32MB") DataSize largestBody,
		@DefaultValue("128MB") DataSize largestDelivery) {

	GatewayProperties {
		programs = Map.copyOf(programs);
		openPaths = List.copyOf(openPaths);
	}

}
