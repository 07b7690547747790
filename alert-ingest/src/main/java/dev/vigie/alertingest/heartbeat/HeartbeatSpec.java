package dev.vigie.alertingest.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.matcher.LabelMatcher;
import dev.vigie.alertingest.matcher.Matchers;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * What people write about a heartbeat.
 *
 * @param integration whose sender beats; its team hears of a lapse
 * @param displayName for people, the name if absent
 * @param interval how often it beats
 * @param grace how much later than that a beat may be; a quarter of the interval, from
 * ten seconds to an hour, if absent
 * @param match which alerts of the integration are its beats, if beats are alerts
 * @param severity the lapse's label {@code severity}
 * @param priority the lapse's label {@code priority}
 * @param alertMessage what the lapse says, a plain sentence if absent
 * @param paused why and until when its silence means nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeartbeatSpec(
		@NotNull(message = "is required") @Pattern(regexp = Names.PATTERN,
				message = "must be the name of an integration") String integration,
		@Nullable @Size(min = 1, max = 200, message = "must be 1 to 200 characters") @Pattern(regexp = PLAIN,
				message = "must be one line of text") String displayName,
		@NotNull(message = "is required") Delay interval, @Nullable Delay grace,
		@Nullable @Size(min = 1, max = 20, message = "must be 1 to 20 matchers") List<@NotNull LabelMatcher> match,
		@Nullable @Pattern(regexp = "critical|error|warning|info",
				message = "must be one of: critical, error, warning, info") String severity,
		@Nullable @Pattern(regexp = "P[1-5]", message = "must be P1 to P5") String priority,
		@Nullable @Size(min = 1, max = 1000, message = "must be 1 to 1000 characters") @Pattern(regexp = PLAIN,
				message = "must be one line of text") String alertMessage,
		@Nullable @Valid Paused paused) {

	static final String PLAIN = "[^\\p{Cntrl}\\p{Cs}]*";

	private static final Duration SHORTEST = Duration.ofSeconds(10);

	private static final Duration LONGEST_GRACE = Duration.ofHours(1);

	@SuppressWarnings("ConstantValue") // what people write may leave out anything
	public HeartbeatSpec {
		// A null among them is for the validator to name.
		match = (match != null) ? Collections.unmodifiableList(new ArrayList<>(match)) : null;
	}

	/**
	 * A heartbeat with nothing but its rhythm.
	 */
	public static HeartbeatSpec of(String integration, Delay interval) {
		return new HeartbeatSpec(integration, null, interval, null, null, null, null, null, null);
	}

	HeartbeatSpec check() {
		if (this.interval.length().compareTo(SHORTEST) < 0) {
			throw new Invalid("interval", "must be at least 10 seconds");
		}
		if (this.match != null && Matchers.of(this.match).matchAnything()) {
			throw new Invalid("match", "must ask for at least one label that is not empty");
		}
		return this;
	}

	/**
	 * How long its silence is borne.
	 */
	Duration patience() {
		Duration length = this.interval.length();
		if (this.grace != null) {
			return length.plus(this.grace.length());
		}
		Duration quarter = length.dividedBy(4);
		if (quarter.compareTo(SHORTEST) < 0) {
			return length.plus(SHORTEST);
		}
		return length.plus((quarter.compareTo(LONGEST_GRACE) > 0) ? LONGEST_GRACE : quarter);
	}

	List<Reference> references() {
		return List.of(new Reference("integration", "Integration", this.integration));
	}

	/**
	 * While it is paused it does not lapse.
	 *
	 * @param until when it is armed again; absent for not before somebody says so
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Paused(@NotNull(message = "is required") @Size(min = 1, max = 500,
			message = "must be 1 to 500 characters") @Pattern(regexp = PLAIN,
					message = "must be one line of text") String reason,
			@Nullable Instant until) {

		boolean isOver(Instant now) {
			return this.until != null && !this.until.isAfter(now);
		}

	}

}
