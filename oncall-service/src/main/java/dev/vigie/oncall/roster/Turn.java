package dev.vigie.oncall.roster;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;

/**
 * A shift and the schedule that it is of.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Turn(UUID id, String schedule, String person, Role role, Instant start, Instant end, @Nullable Integer layer,
		Cause cause) {

	static Turn of(String schedule, Shift shift) {
		return new Turn(shift.id(), schedule, shift.person(), shift.role(), shift.start(), shift.end(), shift.layer(),
				shift.cause());
	}

}
