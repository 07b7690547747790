package dev.vigie.escalation.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.time.Delay;

/**
 * An escalation policy as people write it: steps for each severity.
 */
record EscalationPolicySpec(@NotEmpty Map<@Pattern(regexp = "P[1-5]",
		message = "must be one of P1, P2, P3, P4, P5") String, @NotNull @Valid Steps> severities) {

	EscalationPolicySpec {
		Map<String, Steps> byName = new TreeMap<>();
		if (severities != null) {
			severities.forEach((name, steps) -> byName.put(name.toUpperCase(Locale.ROOT), steps));
		}
		severities = byName;
	}

	/**
	 * What is done for one severity. No steps at all is meant: nobody is told.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Steps(@NotNull @Size(max = 100) List<@NotNull @Valid Step> steps, @Valid @Nullable Repeat repeat) {

		Steps {
			steps = (steps != null) ? steps.stream().toList() : List.of();
			Duration before = Duration.ZERO;
			for (Step step : steps) {
				if (step == null || step.after().length().compareTo(before) < 0) {
					throw new IllegalArgumentException("steps must be in the order of their times");
				}
				before = step.after().length();
			}
		}

		EscalationPlan plan() {
			List<EscalationStep> plan = new ArrayList<>();
			for (Step step : this.steps) {
				plan.add(new EscalationStep(plan.size(), step.after().length(),
						step.targets().stream().map(TargetSpec::target).toList()));
			}
			return (this.repeat != null) ? new EscalationPlan(plan, this.repeat.times(), this.repeat.after().length())
					: new EscalationPlan(plan, 0, Duration.ZERO);
		}

	}

	/**
	 * Who is told after how long.
	 */
	record Step(Delay after, @JsonProperty("notify") List<TargetSpec> targets) {

		Step {
			if (after == null) {
				throw new IllegalArgumentException("after is missing");
			}
			if (targets == null || targets.isEmpty() || targets.contains(null) || targets.size() > 50) {
				throw new IllegalArgumentException("notify must list from 1 to 50 targets");
			}
			targets = List.copyOf(targets);
		}

	}

	/**
	 * How often all steps are gone through again, and the pause before.
	 */
	record Repeat(@Min(0) @Max(10) int times, @NotNull Delay after) {

		Repeat {
			if (after != null && after.length().compareTo(Duration.ofMinutes(1)) < 0) {
				throw new IllegalArgumentException("after must be at least 1m");
			}
		}

	}

}
