package dev.vigie.alertingest.sender;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;

/**
 * What a body would be read as, for whoever sets a sender up.
 *
 * @param alerts the alerts in it
 * @param changes deployments and the like that it tells of, in a line each
 * @param note what would stand in the integration's log
 */
public record Preview(List<Seen> alerts, List<String> changes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

	public static Preview of(Reading reading) {
		return new Preview(reading.parts()
			.stream()
			.flatMap((part) -> part.alerts().stream().map((alert) -> Seen.of(alert, part.group().key())))
			.toList(), reading.changes().stream().map((change) -> change.summary()).toList(), reading.note());
	}

	/**
	 * One alert.
	 *
	 * @param identity what tells it from the others of the integration
	 * @param status what is said of it
	 * @param links those of its annotations that lead somewhere, and its source
	 * @param group what becomes one incident
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Seen(String identity, String status, @Nullable String title, Map<String, String> labels,
			Map<String, String> annotations, List<String> links, String group, @Nullable Instant startsAt,
			@Nullable Instant endsAt, AlertChange.@Nullable Word word) {

		static Seen of(AlertChange alert, String group) {
			String title = alert.annotations().getOrDefault("summary", alert.labels().get("alertname"));
			return new Seen(alert.fingerprint(), alert.verb().name().toLowerCase(Locale.ROOT), title, alert.labels(),
					alert.annotations(), links(alert), group, alert.startsAt(), alert.endsAt(), alert.word());
		}

		private static List<String> links(AlertChange alert) {
			return Stream
				.concat(Stream.ofNullable(alert.generatorUrl()),
						alert.annotations().values().stream().filter((text) -> Links.absolute(text) != null).sorted())
				.toList();
		}

	}

}
