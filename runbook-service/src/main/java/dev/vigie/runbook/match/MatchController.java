package dev.vigie.runbook.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
	Answer match(@RequestBody @Valid Question question) {
		RunbookMatches matches = RunbookMatches.among(this.shelf.published(), this.issuer);
		return new Answer(question.subjects()
			.stream()
			.map((subject) -> new Item(subject.key(), matches.match(subject.labels(), subject.annotations())))
			.toList());
	}

	record Question(@NotNull @Size(max = 500) List<@Valid @NotNull Subject> subjects) {
	}

	/**
	 * What to find runbooks for.
	 *
	 * @param key the asker's own name for it, given back
	 * @param labels its labels
	 * @param annotations its annotations
	 */
	record Subject(@NotBlank @Size(max = 200) String key, Map<String, String> labels, Map<String, String> annotations) {

		Subject(String key, @Nullable Map<String, @Nullable String> labels,
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

	record Answer(List<Item> items) {
	}

	record Item(String key, List<RunbookMatch> matches) {
	}

}
