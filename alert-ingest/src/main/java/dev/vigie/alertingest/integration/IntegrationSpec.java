package dev.vigie.alertingest.integration;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.lock.Locks;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.time.Delay;

/**
 * What people write about an integration.
 *
 * @param type the kind of sender
 * @param displayName for people, the name if absent
 * @param team the team its alerts belong to
 * @param staleAfter after how long without a word from the sender a firing alert counts
 * as ended; never if absent
 * @param locks what a sender must prove beside knowing the key
 * @param quota how many of its alerts may be told; any number if absent
 * @param retention how long its deliveries are kept, with their bodies; the program's
 * default if absent, and zero keeps no bodies
 * @param settings what is set for this kind of sender
 */
record IntegrationSpec(@NotNull(message = "is required") String type,
		@Nullable @Size(min = 1, max = 200, message = "must be 1 to 200 characters") @Pattern(regexp = "[^\\p{Cntrl}]*",
				message = "must not contain control characters") String displayName,
		@Nullable @Pattern(regexp = Names.PATTERN,
				message = "must be lower-case letters, digits, dots and dashes, at most 63") String team,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Delay staleAfter,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Valid Locks locks,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Valid Quota quota,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Delay retention,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode settings) {

	private static final JsonMapper json = JsonMapper.builder().build();

	IntegrationSpec {
		if (settings != null && (settings.isNull() || settings.isEmpty())) {
			settings = null;
		}
	}

	/**
	 * The document as it may be shown.
	 */
	IntegrationSpec masked() {
		return json.treeToValue(Secrets.masked(json.valueToTree(this)), IntegrationSpec.class);
	}

	List<Change.Reference> references() {
		return (this.team == null) ? List.of() : List.of(new Change.Reference("team", "Team", this.team));
	}

}
