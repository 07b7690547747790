package dev.vigie.escalation.policy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 *
 * @param timeZone where the wall clock of the conditions hangs, UTC if none is named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EscalationPolicySpec(@Nullable String timeZone, @NotEmpty Map<@Pattern(regexp = "P[1-5]",
		message = "must be one of P1, P2, P3, P4, P5") String, @NotNull @Valid Steps> severities) {

	EscalationPolicySpec {
		if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
			throw new IllegalArgumentException("timeZone must be one of the IANA zones, for example Europe/Paris");
		}
		Map<String, Steps> byName = new TreeMap<>();
		if (severities != null) {
			severities.forEach((name, steps) -> byName.put(name.toUpperCase(Locale.ROOT), steps));
		}
		severities = byName;
	}

	ZoneId zone() {
		return ZoneId.of((this.timeZone != null) ? this.timeZone : "UTC");
	}

	/**
	 * What is done for one severity. An empty list of steps is meant: nobody is told.
	 *
	 * @param acknowledgementTimeout how long an acknowledgement holds; for ever if none
	 * is given
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Steps(
			@NotNull(message = "must be given; [] if nobody is to be told") @Size(
					max = 100) List<@NotNull @Valid Step> steps,
			@Valid @Nullable Repeat repeat, @Nullable Delay acknowledgementTimeout) {

		Steps {
			if (steps != null) {
				steps = steps.stream().toList();
				checkOrder(steps);
			}
			if (acknowledgementTimeout != null
					&& acknowledgementTimeout.length().compareTo(Duration.ofMinutes(1)) < 0) {
				throw new IllegalArgumentException("acknowledgementTimeout must be at least 1m");
			}
		}

		private static void checkOrder(List<Step> steps) {
			Duration before = Duration.ZERO;
			for (Step step : steps) {
				if (step == null || step.after().length().compareTo(before) < 0) {
					throw new IllegalArgumentException("steps must be in the order of their times");
				}
				before = step.after().length();
			}
		}

		List<EscalationStep> plan(String policy, ZoneId zone) {
			List<EscalationStep> plan = new ArrayList<>();
			for (Step step : this.steps) {
				plan.add(step.plan(policy, plan.size(), zone));
			}
			return plan;
		}

	}

	/**
	 * Who is told after how long, and what is done.
	 *
	 * @param when a condition in CEL; the step is skipped while it does not hold
	 * @param mode how several are told, all at once if nothing is said
	 * @param every how long each of several has to answer before the next is told
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Step(Delay after, @Nullable String when, @JsonProperty("notify") List<TargetSpec> targets,
			@Nullable Mode mode, @Nullable Delay every, @JsonProperty("do") List<DeedSpec> deeds) {

		private static final int MOST = 50;

		Step {
			targets = (targets != null) ? targets.stream().toList() : List.of();
			deeds = (deeds != null) ? deeds.stream().toList() : List.of();
			if (after == null) {
				throw new IllegalArgumentException("after is missing");
			}
			if (targets.isEmpty() && deeds.isEmpty() || targets.stream().anyMatch(Objects::isNull)
					|| targets.size() > MOST) {
				throw new IllegalArgumentException("notify must list from 1 to 50 targets");
			}
			if (deeds.stream().anyMatch(Objects::isNull) || deeds.size() > MOST) {
				throw new IllegalArgumentException("do must list from 1 to 50 things");
			}
			if ((mode == Mode.UNTIL_ANSWERED) != (every != null)) {
				throw new IllegalArgumentException("every belongs to mode: untilAnswered, which needs it");
			}
			if (every != null && every.length().compareTo(Duration.ofSeconds(30)) < 0) {
				throw new IllegalArgumentException("every must be at least 30s");
			}
		}

		private EscalationStep plan(String policy, int index, ZoneId zone) {
			return new EscalationStep(index, this.after.length(),
					(this.when != null) ? new When(this.when, zone) : null,
					this.targets.stream().map(TargetSpec::target).toList(), telling(policy, index),
					this.deeds.stream().map(DeedSpec::deed).toList());
		}

		private Telling telling(String policy, int index) {
			return switch ((this.mode != null) ? this.mode : Mode.ALL) {
				case ALL -> new Telling.Together();
				case ROUND_ROBIN -> new Telling.RoundRobin(policy, index);
				case UNTIL_ANSWERED ->
					new Telling.UntilAnswered((this.every != null) ? this.every.length() : Duration.ZERO);
			};
		}

	}

	/**
	 * How the targets of a step are told.
	 */
	enum Mode {

		@JsonProperty("all")
		ALL, @JsonProperty("roundRobin")
		ROUND_ROBIN, @JsonProperty("untilAnswered")
		UNTIL_ANSWERED

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
