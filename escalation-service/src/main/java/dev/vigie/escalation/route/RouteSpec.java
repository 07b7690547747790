package dev.vigie.escalation.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Names;

/**
 * A route as people write it: the first in order whose condition holds applies.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteSpec(int order, @NotBlank String match, @Pattern(regexp = Names.PATTERN) @Nullable String team,
		@NotNull @Pattern(regexp = Names.PATTERN) String severityRules,
		@NotNull @Pattern(regexp = Names.PATTERN) String escalationPolicy) {

	RouteSpec {
		match = (match != null) ? match : "true";
	}

}
