package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

/**
 * What decides who is on call in a part of time: everything that meets it, and maybe
 * more.
 *
 * @param span the part of time that it is good for
 * @param versions what the schedule said, in order; each holds until the next. Those that
 * repeat what the one before says of the layers are left out
 * @param around what lies over them
 */
record Material(Span span, List<Version> versions, Surroundings around) {

	Material {
		List<Version> different = new ArrayList<>();
		for (Version version : versions) {
			if (different.isEmpty() || !version.saysTheSameAs(different.getLast())) {
				different.add(version);
			}
		}
		versions = List.copyOf(different);
	}

	boolean isGoodFor(Span asked) {
		return !asked.start().isBefore(this.span.start()) && !asked.end().isAfter(this.span.end());
	}

	/**
	 * The same with another version after the last.
	 */
	Material with(Version next) {
		List<Version> longer = new ArrayList<>(this.versions);
		longer.add(next);
		return new Material(this.span, longer, this.around);
	}

	/**
	 * The same without an amendment and all that lies over it.
	 */
	Material below(UUID amendment) {
		return new Material(this.span, this.versions, this.around.below(amendment));
	}

	/**
	 * The version in force at an instant.
	 */
	Optional<Version> at(Instant instant) {
		return this.versions.stream().filter((version) -> !version.from().isAfter(instant)).reduce((_, last) -> last);
	}

	/**
	 * Gives it for any part of time.
	 */
	@FunctionalInterface
	interface Source {

		Material about(Span span);

	}

}
