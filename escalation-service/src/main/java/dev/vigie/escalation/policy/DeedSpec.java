package dev.vigie.escalation.policy;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Names;

/**
 * A deed as people write it: exactly one of the four.
 *
 * @param warRoom the connection that opens one
 * @param ticket the connection that writes one
 * @param raise the severity the incident gets at least
 * @param declare the incident that is declared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeedSpec(@Nullable String warRoom, @Nullable String ticket, @Nullable String raise, @Nullable Declare declare) {

	DeedSpec {
		if (Stream.of(warRoom, ticket, raise, declare).filter(Objects::nonNull).count() != 1) {
			throw new IllegalArgumentException("must be exactly one of warRoom, ticket, raise, declare");
		}
		checkSeverity("raise", raise);
	}

	private static void checkSeverity(String field, @Nullable String severity) {
		if (severity != null && !severity.matches("P[1-5]")) {
			throw new IllegalArgumentException(field + " must be one of P1, P2, P3, P4, P5");
		}
	}

	Deed deed() {
		if (this.raise != null) {
			return new Deed.Raise(this.raise);
		}
		if (this.declare != null) {
			return new Deed.Declare(this.declare.policy(), this.declare.severity(), this.declare.title());
		}
		return (this.warRoom != null) ? new Deed.Ask(this.warRoom, Deed.What.WAR_ROOM)
				: new Deed.Ask(Objects.requireNonNull(this.ticket), Deed.What.TICKET);
	}

	Optional<Change.Reference> reference(String field) {
		if (this.warRoom != null) {
			return Optional.of(new Change.Reference(field + ".warRoom", "Connection", this.warRoom));
		}
		if (this.declare != null) {
			return Optional
				.of(new Change.Reference(field + ".declare.policy", "EscalationPolicy", this.declare.policy()));
		}
		return Optional.ofNullable(this.ticket)
			.map((name) -> new Change.Reference(field + ".ticket", "Connection", name));
	}

	/**
	 * Another incident, and the policy it goes by.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Declare(String policy, @Nullable String severity, @Nullable String title) {

		private static final int LONGEST_TITLE = 100;

		Declare {
			if (policy == null || !policy.matches(Names.PATTERN)) {
				throw new IllegalArgumentException("policy must be the name of an EscalationPolicy");
			}
			checkSeverity("severity", severity);
			if (title != null && (title.isBlank() || title.length() > LONGEST_TITLE)) {
				throw new IllegalArgumentException("title must have 1 to 100 characters");
			}
		}

	}

}
