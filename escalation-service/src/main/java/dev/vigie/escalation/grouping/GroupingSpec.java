package dev.vigie.escalation.grouping;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Names;
import dev.vigie.shared.time.Delay;

/**
 * A grouping as people write it.
 *
 * @param integrations those it is for; none: every one that has no grouping of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupingSpec(@Size(max = 500) List<@NotNull @Pattern(regexp = Names.PATTERN) String> integrations, GroupedBy by,
		@Size(max = 20) List<@NotBlank @Size(max = 200) String> labels, @Valid @Nullable Correlate correlate,
		@Valid @Nullable Rate storm) {

	GroupingSpec {
		integrations = (integrations != null) ? integrations.stream().toList() : List.of();
		by = (by != null) ? by : GroupedBy.SENDER;
		labels = (labels != null) ? labels.stream().toList() : List.of();
	}

	GroupingRule rule(String name) {
		return new GroupingRule(name, this.by, this.labels, (this.correlate != null) ? this.correlate.rule() : null,
				(this.storm != null) ? this.storm.limit() : null);
	}

	/**
	 * Which labels must be equal, how soon, and where else to look.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Correlate(@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 200) String> labels, @NotNull Delay within,
			@Size(max = 500) List<@NotNull @Pattern(regexp = Names.PATTERN) String> across) {

		Correlate {
			labels = (labels != null) ? labels.stream().toList() : List.of();
			across = (across != null) ? across.stream().toList() : List.of();
		}

		Correlation rule() {
			return new Correlation(this.labels, this.within.length(), this.across);
		}

	}

	/**
	 * How many alerts are too many.
	 */
	record Rate(@Min(1) @Max(1000) int alerts, @NotNull Delay within) {

		Storm.Limit limit() {
			return new Storm.Limit(this.alerts, this.within.length());
		}

	}

}
