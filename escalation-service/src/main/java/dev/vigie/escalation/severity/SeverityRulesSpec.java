package dev.vigie.escalation.severity;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Severity rules as people write them: the first whose condition holds decides.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeverityRulesSpec(@Size(max = 500) List<@NotNull @Valid Rule> rules,
		@JsonProperty("default") Severity otherwise) {

	SeverityRulesSpec {
		rules = (rules != null) ? rules.stream().toList() : List.of();
	}

	/**
	 * One rule.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Rule(@NotBlank String when, @NotNull Severity severity, @Size(max = 500) @Nullable String reason) {
	}

}
