package dev.vigie.oncall.swap;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.swap.Swap.Asked;

/**
 * What somebody asks for.
 */
record Wish(String schedule, Swap.Kind kind, String requester, @Nullable String addressee, @Nullable Role role,
		Span span, @Nullable String reason) {

	static Wish of(Asked asked) {
		return new Wish(asked.schedule(), asked.kind(), asked.requester(), asked.addressee(), asked.role(),
				asked.span(), asked.reason());
	}

	Asked asked(Instant now) {
		return new Asked(this.schedule, this.kind, this.requester, this.addressee, this.role, this.span, this.reason,
				now);
	}

}
