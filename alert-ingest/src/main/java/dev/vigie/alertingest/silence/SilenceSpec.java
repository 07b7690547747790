package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

/**
 * What people write about a silence: which alerts, when, and why.
 *
 * @param reason why, for whoever finds out later
 * @param match which alerts: all of the matchers hold
 * @param everything says that it is meant, where the matchers hold for nearly every alert
 * there is
 * @param startsAt when it begins; as soon as it is saved if absent
 * @param endsAt when it ends, unless it comes again and again
 * @param recurrence when it comes again and again
 * @param team whose work it is
 * @param announce the channels that are told when it begins and when it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SilenceSpec(
		@NotNull(message = "is required") @Size(min = 1, max = 500, message = "must be 1 to 500 characters") @Pattern(
				regexp = "[^\\p{Cntrl}\\p{Cs}]*[^\\p{Cntrl}\\p{Cs}\\s][^\\p{Cntrl}\\p{Cs}]*",
				message = "must be one line of text") String reason,
		@Nullable @Size(max = 20, message = "must be at most 20 matchers") List<@NotNull LabelMatcher> match,
		@Nullable Boolean everything, @Nullable Instant startsAt, @Nullable Instant endsAt,
		@Nullable @Valid Recurrence recurrence,
		@Nullable @Pattern(regexp = Names.PATTERN, message = "must be the name of a team") String team,
		@Nullable @Size(max = 10,
				message = "must be at most 10 channels") List<@NotNull(message = "is required") @Pattern(
						regexp = Names.PATTERN, message = "must be the name of a channel") String> announce) {

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	SilenceSpec {
		match = copy(match);
		announce = copy(announce);
	}

	// A null among them is for the validator to name.
	private static <T> @Nullable List<T> copy(@Nullable List<T> all) {
		return (all != null) ? Collections.unmodifiableList(new ArrayList<>(all)) : null;
	}

	SilenceSpec check() {
		checkMatch(matchers(), this.everything);
		checkTimes(this.startsAt, this.endsAt, this.recurrence);
		if (this.endsAt == null && this.recurrence == null) {
			throw new Invalid("endsAt", "is required, unless there is a recurrence");
		}
		return this;
	}

	SilenceSpec lasting(Duration length, Instant now) {
		Instant end = ((this.startsAt != null) ? this.startsAt : now).plus(length);
		return new SilenceSpec(this.reason, this.match, this.everything, this.startsAt, end, null, this.team,
				this.announce);
	}

	static void checkMatch(List<LabelMatcher> match, @Nullable Boolean everything) {
		if (!Boolean.TRUE.equals(everything) && Matchers.of(match).matchAnything()) {
			throw new Invalid("match",
					"holds for alerts that have none of these labels, so for nearly all; ask for at least one label"
							+ " that is not empty, or say everything: true");
		}
	}

	static void checkTimes(@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Recurrence recurrence) {
		checkBounds("startsAt", startsAt);
		checkBounds("endsAt", endsAt);
		if (recurrence != null && (startsAt != null || endsAt != null)) {
			throw new Invalid((startsAt != null) ? "startsAt" : "endsAt", "must be absent where there is a recurrence");
		}
		if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
			throw new Invalid("endsAt", "must be after startsAt");
		}
		if (recurrence != null) {
			recurrence.check("recurrence");
		}
	}

	private static void checkBounds(String field, @Nullable Instant time) {
		if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
			throw new Invalid(field, "must be in the years 2000 to 2199");
		}
	}

	List<LabelMatcher> matchers() {
		return (this.match != null) ? this.match : List.of();
	}

	List<String> channels() {
		return (this.announce != null) ? this.announce : List.of();
	}

	/**
	 * The first window that ends after the instant.
	 * @param armedAt when it begins if it does not say
	 */
	Optional<Window> firstEndingAfter(Instant armedAt, Instant after) {
		if (this.recurrence != null) {
			return this.recurrence.firstEndingAfter(after);
		}
		Instant start = (this.startsAt != null) ? this.startsAt : armedAt;
		return Optional.ofNullable(this.endsAt)
			.filter((end) -> end.isAfter(after) && end.isAfter(start))
			.map((end) -> new Window(start, end));
	}

	List<Reference> references() {
		List<Reference> references = new ArrayList<>();
		if (this.team != null) {
			references.add(new Reference("team", "Team", this.team));
		}
		List<String> channels = channels();
		for (int i = 0; i < channels.size(); i++) {
			references.add(new Reference("announce[%d]".formatted(i), "Channel", channels.get(i)));
		}
		return references;
	}

}
