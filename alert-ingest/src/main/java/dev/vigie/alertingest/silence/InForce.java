package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.matcher.Matchers;

/**
 * Which silence would keep an alert quiet if it began now, for whoever looks at one that
 * was told.
 */
@Component
class InForce {

	private final SilenceTable silences;

	private final IntegrationLookup integrations;

	InForce(SilenceTable silences, IntegrationLookup integrations) {
		this.silences = silences;
		this.integrations = integrations;
	}

	/**
	 * For each of the alerts, by their labels, the silence that holds the longest.
	 */
	List<Optional<Muting>> on(String integration, List<Map<String, String>> alerts, Instant now) {
		List<Finger> fingers = this.silences.withWindow()
			.stream()
			.filter((silence) -> silence.isInForce(now))
			.map((silence) -> new Finger(Muting.of(silence, now), Matchers.of(silence.spec().matchers())))
			.sorted(Comparator.comparing((Finger finger) -> finger.muting().endsAt()).reversed())
			.toList();
		String team = fingers.isEmpty() ? null
				: this.integrations.byName(integration).map(IntegrationRef::team).orElse(null);
		return alerts.stream().map((labels) -> first(fingers, integration, team, labels)).toList();
	}

	private static Optional<Muting> first(List<Finger> fingers, String integration, @Nullable String team,
			Map<String, String> labels) {
		Map<String, String> about = SilenceMuting.about(integration, team, labels);
		return fingers.stream().filter((finger) -> finger.matchers().match(about)).map(Finger::muting).findFirst();
	}

	private record Finger(Muting muting, Matchers matchers) {
	}

	/**
	 * A silence and how long it holds.
	 */
	record Muting(String name, String reason, Instant endsAt) {

		static Muting of(Silence silence, Instant now) {
			Window window = silence.windowAt(now);
			return new Muting(silence.name(), silence.spec().reason(), (window != null) ? window.end() : now);
		}

	}

}
