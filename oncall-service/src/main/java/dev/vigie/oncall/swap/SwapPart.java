package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;

/**
 * A shift, or a part of one, that somebody gives.
 *
 * @param shift the id of the shift as it was when it was given
 * @param role what its person is on it
 * @param span the part that is given
 */
record SwapPart(UUID shift, Role role, Span span) {

	/**
	 * What of it is to come.
	 */
	Optional<SwapPart> from(Instant now) {
		return Span.between(this.span.start().isBefore(now) ? now : this.span.start(), this.span.end())
			.map((rest) -> new SwapPart(this.shift, this.role, rest));
	}

	static List<SwapPart> from(List<SwapPart> parts, Instant now) {
		return parts.stream().flatMap((part) -> part.from(now).stream()).toList();
	}

	static Instant end(List<SwapPart> parts) {
		return parts.stream().map((part) -> part.span().end()).max(Instant::compareTo).orElseThrow();
	}

	static Instant start(List<SwapPart> parts) {
		return parts.stream().map((part) -> part.span().start()).min(Instant::compareTo).orElseThrow();
	}

}
