package dev.vigie.escalation.route;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Names;

/**
 * A route as people write it: the first in order whose condition holds applies.
 *
 * @param timeZone whose clock the condition asks
 * @param links what people look at besides, here because links go with kinds of alerts,
 * which is what routes tell apart
 * @param isPrivate whether only people who are named may know of these incidents
 * @param visibleTo who these are besides those who are paged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteSpec(int order, @NotBlank String match, @Nullable String timeZone,
		@Pattern(regexp = Names.PATTERN) @Nullable String team,
		@NotNull @Pattern(regexp = Names.PATTERN) String severityRules,
		@NotNull @Pattern(regexp = Names.PATTERN) String escalationPolicy,
		@Size(max = 20) @Nullable List<@Valid @NotNull LinkTemplate> links,
		@JsonProperty("private") @Nullable Boolean isPrivate,
		@Size(max = 100) @Nullable List<@NotNull @Pattern(regexp = Names.PATTERN) String> visibleTo) {

	RouteSpec {
		match = (match != null) ? match : "true";
	}

	List<LinkTemplate> templates() {
		return (this.links != null) ? this.links : List.of();
	}

	boolean hides() {
		return Boolean.TRUE.equals(this.isPrivate);
	}

	List<String> named() {
		return (this.visibleTo != null) ? this.visibleTo : List.of();
	}

	ZoneId zone() {
		return (this.timeZone != null) ? ZoneId.of(this.timeZone) : ZoneOffset.UTC;
	}

}
