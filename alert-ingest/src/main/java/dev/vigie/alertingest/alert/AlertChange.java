package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a sender says about one alert.
 *
 * @param fingerprint the alert's identity inside its integration
 * @param startsAt when it began, if the sender said so credibly
 * @param endsAt when it ended, if the sender said so credibly
 * @param generatorUrl an absolute http(s) link to what raised it
 */
public record AlertChange(String fingerprint, AlertStatus status, Map<String, String> labels,
		Map<String, String> annotations, @Nullable Instant startsAt, @Nullable Instant endsAt,
		@Nullable String generatorUrl) {

	public AlertChange {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

}
