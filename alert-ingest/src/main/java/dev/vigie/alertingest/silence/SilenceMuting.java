package dev.vigie.alertingest.silence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.Muting;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.matcher.Matchers;

/**
 * Keeps alerts from being told while a silence that matches them is in force. What was
 * told before goes on, and ends are always told.
 */
@Component
class SilenceMuting implements Muting {

	private final SilenceTable silences;

	SilenceMuting(SilenceTable silences) {
		this.silences = silences;
	}

	@Override
	public Rules read() {
		List<Finger> fingers = this.silences.withWindow()
			.stream()
			.map((silence) -> new Finger(silence, Matchers.of(silence.spec().matchers())))
			.toList();
		return (now) -> new Hush(fingers.stream().filter((finger) -> finger.silence().isInForce(now)).toList());
	}

	/**
	 * What alerts name as muting them.
	 */
	static String reason(String silence) {
		return "silence:" + silence;
	}

	/**
	 * The labels that silences match on: those of the alert, and where it came from.
	 */
	static Map<String, String> about(String integration, @Nullable String team, Map<String, String> labels) {
		Map<String, String> all = new HashMap<>(labels);
		all.put("vigie_integration", integration);
		if (team != null) {
			all.put("vigie_team", team);
		}
		else {
			all.remove("vigie_team");
		}
		return all;
	}

	private record Finger(Silence silence, Matchers matchers) {

		String reason() {
			return SilenceMuting.reason(this.silence.name());
		}

	}

	/**
	 * The silences of one transaction.
	 */
	private record Hush(List<Finger> fingers) implements Session {

		@Override
		public @Nullable String reason(IntegrationRef integration, Map<String, String> labels) {
			if (this.fingers.isEmpty()) {
				return null;
			}
			Map<String, String> about = about(integration.name(), integration.team(), labels);
			return this.fingers.stream()
				.filter((finger) -> finger.matchers().match(about))
				.map(Finger::reason)
				.findFirst()
				.orElse(null);
		}

		@Override
		public Collection<String> lasting() {
			return this.fingers.stream().map(Finger::reason).toList();
		}

	}

}
