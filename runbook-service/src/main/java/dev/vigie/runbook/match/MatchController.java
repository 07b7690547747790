package dev.vigie.runbook.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.runbook.runbook.RunbookShelf;
import dev.vigie.shared.access.AccessProperties;

/**
 * Answers which runbooks fit, for many subjects at once.
 */
@RestController
class MatchController {

	private final RunbookShelf shelf;

	private final String issuer;

	MatchController(RunbookShelf shelf, AccessProperties access) {
		this.shelf = shelf;
		this.issuer = access.issuer();
	}

	@PostMapping("/api/v1/runbooks/match")
	MatchAnswer match(@RequestBody @Valid MatchQuestion question) {
		RunbookMatches matches = RunbookMatches.among(this.shelf.published(), this.issuer);
		return new MatchAnswer(question.subjects()
			.stream()
			.map((subject) -> new MatchItem(subject.key(), matches.match(subject.labels(), subject.annotations())))
			.toList());
	}

	// From a program that may know of more.
	@JsonIgnoreProperties(ignoreUnknown = true)
	record MatchQuestion(@NotNull @Size(max = 500) List<@Valid @NotNull MatchSubject> subjects) {
	}

	/**
	 * What to find runbooks for.
	 *
	 * @param key the asker's own name for it, given back
	 * @param labels its labels
	 * @param annotations its annotations
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record MatchSubject(@NotBlank @Size(max = 200) String key, Map<String, String> labels,
			Map<String, String> annotations) {

		MatchSubject(String key, @Nullable Map<String, @Nullable String> labels,
				@Nullable Map<String, @Nullable String> annotations) {
			this.key = key;
			this.labels = present(labels);
			this.annotations = present(annotations);
		}

		private static Map<String, String> present(@Nullable Map<String, @Nullable String> given) {
			Map<String, String> present = new HashMap<>();
			if (given != null) {
				given.forEach((key, value) -> present.put(key, Objects.requireNonNullElse(value, "")));
			}
			return present;
		}

	}

	record MatchAnswer(List<MatchItem> items) {
	}

	record MatchItem(String key, List<RunbookMatch> matches) {
	}

}
