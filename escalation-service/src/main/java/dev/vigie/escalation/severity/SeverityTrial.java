package dev.vigie.escalation.severity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Said;
import dev.vigie.escalation.condition.Standing;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Rules, saved or drafted, and alerts to try them on.
 *
 * @param rules the name of saved rules
 * @param spec a draft
 * @param alert one alert, as a sender lists it
 * @param alerts several that are one incident
 * @param hidden how many more the sender held back
 * @param at the moment, now if it is left out
 */
record SeverityTrial(@Nullable String rules, @Nullable JsonNode spec, @Valid @Nullable Pasted alert,
		@Size(max = 1000) @Nullable List<@NotNull @Valid Pasted> alerts, @Nullable String integration,
		@Nullable String team, @PositiveOrZero @Nullable Integer hidden, @Nullable Boolean impact,
		@Nullable Instant at) {

	Facts facts() {
		List<Said> firing = pasted().filter(Pasted::fires).map(Pasted::said).toList();
		if (firing.isEmpty()) {
			throw new Invalid("alert", "must be there and fire, or alerts must");
		}
		Facts facts = Facts.of(firing, (this.integration != null) ? this.integration : "",
				(this.team != null) ? this.team : "");
		return new Facts(facts.labels(), facts.annotations(),
				facts.firing() + ((this.hidden != null) ? this.hidden : 0), facts.integration(), facts.team())
			.with(facts.numbers())
			.with(new Standing(null, Boolean.TRUE.equals(this.impact)));
	}

	private Stream<Pasted> pasted() {
		return Stream.concat(Stream.ofNullable(this.alert), Stream.ofNullable(this.alerts).flatMap(List::stream));
	}

	/**
	 * An alert as somebody pastes it from a sender's message; what else stands there does
	 * not count.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Pasted(@Nullable String status, @Size(max = 200) @Nullable Map<String, String> labels,
			@Size(max = 200) @Nullable Map<String, String> annotations,
			@Size(max = 200) @Nullable Map<String, Double> values, @Nullable Instant startsAt) {

		boolean fires() {
			return !"resolved".equalsIgnoreCase(this.status);
		}

		/**
		 * Its words, with the values where alert-ingest writes them down.
		 */
		Said said() {
			Map<String, String> words = new HashMap<>(known("annotations", this.annotations));
			if (this.values != null && !this.values.isEmpty()) {
				words.put("values",
						known("values", this.values).entrySet()
							.stream()
							.sorted(Map.Entry.comparingByKey())
							.map((value) -> value.getKey() + "=" + value.getValue())
							.collect(Collectors.joining(", ")));
			}
			return new Said(known("labels", this.labels), words);
		}

		private static <T> Map<String, T> known(String field, @Nullable Map<String, T> map) {
			if (map == null) {
				return Map.of();
			}
			map.forEach((name, value) -> {
				if (value == null) {
					throw new Invalid(List.of(new FieldError(field + "." + name, "must not be null")));
				}
			});
			return map;
		}

	}

}
