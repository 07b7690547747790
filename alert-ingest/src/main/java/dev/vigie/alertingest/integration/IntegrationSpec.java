package dev.vigie.alertingest.integration;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Names;

/**
 * What people write about an integration.
 *
 * @param type the kind of sender
 * @param displayName for people, the name if absent
 * @param team the team its alerts belong to
 */
record IntegrationSpec(
		@NotNull(message = "is required") @Pattern(regexp = "alertmanager",
				message = "must be one of: alertmanager") String type,
		@Nullable @Size(min = 1, max = 200, message = "must be 1 to 200 characters") @Pattern(regexp = "[^\\p{Cntrl}]*",
				message = "must not contain control characters") String displayName,
		@Nullable @Pattern(regexp = Names.PATTERN,
				message = "must be lower-case letters, digits, dots and dashes, at most 63") String team) {

	List<Change.Reference> references() {
		return (this.team == null) ? List.of() : List.of(new Change.Reference("team", "Team", this.team));
	}

}
