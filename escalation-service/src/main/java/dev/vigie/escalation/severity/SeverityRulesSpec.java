package dev.vigie.escalation.severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Severity rules as people write them: the first that holds decides.
 *
 * @param timeZone whose clock the rules ask
 * @param defaults what counts when no rule holds, before {@code default}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeverityRulesSpec(@Nullable String timeZone, @Size(max = 500) List<@NotNull @Valid Rule> rules,
		@Nullable Defaults defaults, @JsonProperty("default") Severity otherwise) {

	SeverityRulesSpec {
		rules = (rules != null) ? rules.stream().toList() : List.of();
	}

	/**
	 * One rule: a condition with its severity, or one of the ready forms, which holds
	 * only while its condition does.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Rule(@Nullable String when, @Nullable Severity severity, @Valid @Nullable Threshold threshold,
			@Valid @Nullable Matrix matrix, @Size(max = 500) @Nullable String reason) {
	}

	/**
	 * A number, and where it begins to be bad.
	 *
	 * @param direction above when a greater number is worse; needed only with one bound
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Threshold(@NotBlank @Size(max = 300) String value, @Nullable Double warning, @Nullable Double critical,
			@Nullable Direction direction, @Nullable Levels severities) {

		Levels levels() {
			return (this.severities != null) ? this.severities : new Levels(null, null);
		}

	}

	/**
	 * Which way it gets worse.
	 */
	enum Direction {

		ABOVE, BELOW;

		@JsonCreator
		static Direction of(String text) {
			return switch (text.strip().toLowerCase(Locale.ROOT)) {
				case "above" -> ABOVE;
				case "below" -> BELOW;
				default -> throw new IllegalArgumentException("must be above or below");
			};
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * The severities of the two bounds.
	 */
	record Levels(Severity warning, Severity critical) {

		Levels(@Nullable Severity warning, @Nullable Severity critical) {
			this.warning = (warning != null) ? warning : Severity.P3;
			this.critical = (critical != null) ? critical : Severity.P1;
		}

	}

	/**
	 * Impact × urgency.
	 *
	 * @param impact an expression for a word, for example {@code labels.impact}
	 * @param urgency an expression for a word
	 * @param table the severities by impact, then by urgency
	 */
	record Matrix(@NotBlank @Size(max = 1000) String impact, @NotBlank @Size(max = 1000) String urgency,
			@NotNull Map<String, Map<String, Severity>> table) {

		Matrix {
			table = (table != null) ? new LinkedHashMap<>(table) : Map.of();
		}

	}

	/**
	 * Ready mappings.
	 */
	enum Defaults {

		/**
		 * The words that labels such as {@code severity} commonly say.
		 */
		LABELS;

		@JsonCreator
		static Defaults of(String text) {
			if (text.strip().equalsIgnoreCase("labels")) {
				return LABELS;
			}
			throw new IllegalArgumentException("must be labels");
		}

		@JsonValue
		String text() {
			return "labels";
		}

	}

}
