package dev.vigie.oncall.person;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A person leaves: from an instant on nobody is paged at their addresses.
 *
 * @param id what tells it from others of the person
 * @param person who
 * @param leftAt from when on
 * @param reason why, in the words of whoever declared it
 * @param takesOver who does their work from then on, if that is known
 * @param declaredBy who said so
 * @param declaredAt when they said so
 * @param returnedAt when the person came back, or the departure was called off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Departure(@JsonIgnore UUID id, @JsonIgnore String person, Instant leftAt, String reason,
		@Nullable String takesOver, String declaredBy, Instant declaredAt, @Nullable Instant returnedAt) {

	boolean isPast(Instant now) {
		return !this.leftAt.isAfter(now);
	}

	/**
	 * Whether they were away at all.
	 */
	boolean happened() {
		return this.returnedAt == null || this.returnedAt.isAfter(this.leftAt);
	}

	Departure as(Instant leftAt, String reason, @Nullable String takesOver) {
		return new Departure(this.id, this.person, leftAt, reason, takesOver, this.declaredBy, this.declaredAt,
				this.returnedAt);
	}

}
