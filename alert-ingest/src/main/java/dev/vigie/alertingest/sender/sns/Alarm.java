package dev.vigie.alertingest.sender.sns;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.sns.SnsSettings.InsufficientData;

/**
 * One alarm of CloudWatch as it changed its state.
 *
 * @param id its ARN
 * @param before the state before, as CloudWatch writes it
 * @param statedAt when it became so, as CloudWatch writes it
 * @param link where it can be looked at
 */
record Alarm(String id, String state, @Nullable String before, @Nullable String statedAt, Map<String, String> labels,
		Map<String, String> annotations, @Nullable String link) {

	private static final String NO_DATA = "INSUFFICIENT_DATA";

	Reading reading(InsufficientData insufficient, @Nullable Instant at) {
		return switch (this.state) {
			case "ALARM" -> reading(firing(insufficient, at, this.labels), at);
			case "OK" -> reading(resolved(at), at);
			case NO_DATA -> switch (insufficient) {
				case KEEP -> Reading.nothing("Alarm %s has not enough data and stays as it is".formatted(name()));
				case FIRE -> {
					Map<String, String> labels = new HashMap<>(this.labels);
					labels.put("vigie_kind", "no-data");
					yield reading(firing(insufficient, at, labels), at);
				}
				case RESOLVE -> reading(resolved(at), at);
			};
			default -> Reading.nothing("Alarm %s is in state %s, which means nothing".formatted(name(), this.state));
		};
	}

	private String name() {
		return this.labels.getOrDefault("alertname", this.id);
	}

	private Reading reading(AlertChange.Builder change, @Nullable Instant at) {
		return Reading.of(Group.of(this.id, Map.of("alertname", name(), "alarm", this.id)),
				List.of(change.annotations(this.annotations).generatorUrl(this.link).statedAt(at).build()));
	}

	// A later start would be another life: only what follows a state that ended it has
	// one.
	private AlertChange.Builder firing(InsufficientData insufficient, @Nullable Instant at,
			Map<String, String> labels) {
		boolean begins = this.before == null || this.before.equals("OK")
				|| (this.before.equals(NO_DATA) && insufficient == InsufficientData.RESOLVE);
		return AlertChange.firing(this.id).labels(labels).startsAt(begins ? at : null);
	}

	private AlertChange.Builder resolved(@Nullable Instant at) {
		return AlertChange.resolved(this.id).labels(this.labels).endsAt(at);
	}

}
