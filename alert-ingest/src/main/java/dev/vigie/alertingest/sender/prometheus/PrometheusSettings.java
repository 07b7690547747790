package dev.vigie.alertingest.sender.prometheus;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for senders that post straight to Alertmanager's API.
 *
 * @param dropLabels labels that tell apart only who sent an alert, such as
 * {@code replica} of a pair
 * @param groupBy the labels whose values make a group, {@code alertname} if absent
 */
record PrometheusSettings(
		@Nullable @Size(max = 50,
				message = "must be at most 50 labels") List<@NotBlank(message = "must not be blank") String> dropLabels,
		@Nullable @Size(max = 50,
				message = "must be at most 50 labels") List<@NotBlank(message = "must not be blank") String> groupBy) {

	List<String> dropped() {
		return (this.dropLabels != null) ? this.dropLabels : List.of();
	}

	List<String> grouping() {
		return (this.groupBy != null) ? this.groupBy : List.of("alertname");
	}

}
