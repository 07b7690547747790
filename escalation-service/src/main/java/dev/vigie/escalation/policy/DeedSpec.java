package dev.vigie.escalation.policy;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Change;

/**
 * A deed as people write it: exactly one of the three.
 *
 * @param warRoom the connection that opens one
 * @param ticket the connection that writes one
 * @param raise the severity the incident gets at least
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeedSpec(@Nullable String warRoom, @Nullable String ticket, @Nullable String raise) {

	DeedSpec {
		if (Stream.of(warRoom, ticket, raise).filter(Objects::nonNull).count() != 1) {
			throw new IllegalArgumentException("must be exactly one of warRoom, ticket, raise");
		}
		if (raise != null && !raise.matches("P[1-5]")) {
			throw new IllegalArgumentException("raise must be one of P1, P2, P3, P4, P5");
		}
	}

	Deed deed() {
		if (this.raise != null) {
			return new Deed.Raise(this.raise);
		}
		return (this.warRoom != null) ? new Deed.Ask(this.warRoom, Deed.What.WAR_ROOM)
				: new Deed.Ask(Objects.requireNonNull(this.ticket), Deed.What.TICKET);
	}

	Optional<Change.Reference> reference(String field) {
		if (this.warRoom != null) {
			return Optional.of(new Change.Reference(field + ".warRoom", "Connection", this.warRoom));
		}
		return Optional.ofNullable(this.ticket)
			.map((name) -> new Change.Reference(field + ".ticket", "Connection", name));
	}

}
