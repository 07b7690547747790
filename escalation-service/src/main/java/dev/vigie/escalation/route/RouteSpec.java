package dev.vigie.escalation.route;

import java.time.ZoneId;
import java.time.ZoneOffset;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Names;

/**
 * A route as people write it: the first in order whose condition holds applies.
 *
 * @param timeZone whose clock the condition asks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteSpec(int order, @NotBlank String match, @Nullable String timeZone,
		@Pattern(regexp = Names.PATTERN) @Nullable String team,
		@NotNull @Pattern(regexp = Names.PATTERN) String severityRules,
		@NotNull @Pattern(regexp = Names.PATTERN) String escalationPolicy) {

	RouteSpec {
		match = (match != null) ? match : "true";
	}

	ZoneId zone() {
		return (this.timeZone != null) ? ZoneId.of(this.timeZone) : ZoneOffset.UTC;
	}

}
