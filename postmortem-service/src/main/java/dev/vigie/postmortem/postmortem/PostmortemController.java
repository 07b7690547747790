package dev.vigie.postmortem.postmortem;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.postmortem.incidents.Language;
import dev.vigie.postmortem.incidents.TimelineLine;
import dev.vigie.postmortem.postmortem.PostmortemReading.PostmortemView;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;

/**
 * Post-mortems over HTTP; timelines in the language of {@code Accept-Language}.
 */
@RestController
@RequestMapping("/api/v1/postmortems")
class PostmortemController {

	private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("(?i)(?:INC-)?(\\d{1,18})");

	private final PostmortemReading reading;

	private final PostmortemWriting writing;

	PostmortemController(PostmortemReading reading, PostmortemWriting writing) {
		this.reading = reading;
		this.writing = writing;
	}

	@GetMapping
	Listing<PostmortemView> list(@RequestParam(required = false) @Nullable String incident,
			@RequestParam(defaultValue = "") List<String> status,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "20") int limit,
			Caller caller,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		Listing.checkLimit(limit, 100);
		Set<PostmortemStatus> statuses = status.isEmpty() ? EnumSet.allOf(PostmortemStatus.class)
				: status.stream().map((text) -> PostmortemStatus.parse("status", text)).collect(Collectors.toSet());
		long below = (after != null) ? number("after", after) : Long.MAX_VALUE;
		if (incident != null) {
			long number = number("incident", incident);
			return new Listing<>(this.reading.ofIncident(number, caller, Language.of(language))
				.filter((view) -> view.incident() < below
						&& statuses.contains(PostmortemStatus.parse("status", view.status())))
				.stream()
				.toList(), null);
		}
		return Listing.of(this.reading.page(new PostmortemReading.Choice(statuses, below, caller), limit + 1,
				Language.of(language)), limit, PostmortemView::incident);
	}

	@GetMapping("/{id}")
	ResponseEntity<PostmortemView> get(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		return answer(id, language);
	}

	@GetMapping("/{id}/timeline")
	Listing<TimelineLine> timeline(@PathVariable UUID id, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "200") int limit,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		Listing.checkLimit(limit, 1000);
		return Listing.of(this.reading.timeline(id, after, limit + 1, Language.of(language)), limit, TimelineLine::id);
	}

	@PutMapping("/{id}")
	ResponseEntity<PostmortemView> write(@PathVariable UUID id, @RequestBody @Valid PostmortemWords words,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		this.writing.write(id, words.text(), ifMatch);
		return answer(id, language);
	}

	@PostMapping("/{id}/publish")
	ResponseEntity<PostmortemView> publish(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		this.writing.publish(id, ifMatch, caller.name());
		return answer(id, language);
	}

	private ResponseEntity<PostmortemView> answer(UUID id, @Nullable String language) {
		PostmortemView view = this.reading.get(id, Language.of(language));
		return ResponseEntity.ok()
			.eTag(Etags.of(view.version()))
			.header(HttpHeaders.CONTENT_LANGUAGE, Language.of(language).tag())
			.varyBy(HttpHeaders.ACCEPT_LANGUAGE)
			.body(view);
	}

	private static long number(String field, String text) {
		Matcher number = NUMBER.matcher(text);
		if (!number.matches()) {
			throw new Invalid(field, "must be the number of an incident, such as 42 or INC-42");
		}
		return Long.parseLong(number.group(1));
	}

	/**
	 * What people write: all of it at once, so that a forgotten field loses nothing.
	 */
	record PostmortemWords(
			@NotNull @Size(max = 100_000) @Pattern(regexp = NO_NUL, message = NO_NUL_TEXT) String summary,
			@NotNull @Size(max = 100_000) @Pattern(regexp = NO_NUL, message = NO_NUL_TEXT) String impact,
			@NotNull @Size(max = 100_000) @Pattern(regexp = NO_NUL, message = NO_NUL_TEXT) String rootCause,
			@NotNull @Size(max = 100_000) @Pattern(regexp = NO_NUL, message = NO_NUL_TEXT) String lessons) {

		private static final String NO_NUL = "[^\\x00]*";

		private static final String NO_NUL_TEXT = "must not contain U+0000";

		Postmortem.Text text() {
			return new Postmortem.Text(this.summary, this.impact, this.rootCause, this.lessons);
		}

	}

}
