package dev.vigie.escalation.update;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.update.UpdatePosting.Posted;
import dev.vigie.escalation.update.UpdatePosting.Preview;
import dev.vigie.escalation.update.UpdatePosting.Wish;
import dev.vigie.escalation.update.UpdateTable.Told;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * Updates of an incident over HTTP; {@code IncidentAccess} says who may.
 */
@RestController
@RequestMapping("/api/v1/incidents/{number}")
class UpdateController {

	private static final String KEY = "Idempotency-Key";

	private static final int LONGEST_KEY = 200;

	private static final int LONGEST = 200;

	private final UpdatePosting posting;

	private final Specs specs;

	UpdateController(UpdatePosting posting, Specs specs) {
		this.posting = posting;
		this.specs = specs;
	}

	@GetMapping("/updates")
	Listing<UpdateView> list(@PathVariable String number, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") int limit) {
		Listing.checkLimit(limit, LONGEST);
		long before = (after != null) ? position(after) : Long.MAX_VALUE;
		return Listing.of(this.posting.before(number, before, limit + 1), limit, Told::position).map(UpdateView::of);
	}

	/**
	 * Said again with the same key it is posted once.
	 */
	@PostMapping("/updates")
	ResponseEntity<UpdateView> post(@PathVariable String number, @RequestBody JsonNode body,
			@RequestHeader(name = KEY, required = false) @Nullable String key, Caller caller) {
		Posted posted = this.posting.post(number, id(key, number, caller), wish(body, caller));
		return ResponseEntity.status(posted.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
			.body(UpdateView.of(posted.told()));
	}

	@PostMapping("/updates:preview")
	PreviewView preview(@PathVariable String number, @RequestBody JsonNode body, Caller caller) {
		Preview preview = this.posting.preview(number, wish(body, caller));
		return new PreviewView(UpdateView.of(preview.told()), preview.to());
	}

	private Wish wish(JsonNode body, Caller caller) {
		Sent sent = this.specs.read(body, Sent.class);
		return new Wish(sent.status(), sent.message(), sent.nextIn(), sent.template(), caller.name());
	}

	private static long position(String after) {
		try {
			return Long.parseLong(after);
		}
		catch (NumberFormatException _) {
			throw new Invalid("after", "must be the next of an earlier answer");
		}
	}

	private static UUID id(@Nullable String key, String number, Caller caller) {
		if (key == null) {
			return UUID.randomUUID();
		}
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new Invalid(KEY, "must have 1 to " + LONGEST_KEY + " characters");
		}
		return UUID.nameUUIDFromBytes(
				String.join("\n", "update", number, caller.name(), key).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * An update as it is sent.
	 */
	record Sent(@NotNull UpdateStatus status, @NotBlank @Size(max = 4000) String message, @Nullable Delay nextIn,
			@Pattern(regexp = Names.PATTERN) @Nullable String template) {

		// No database text holds the character U+0000.
		Sent {
			message = (message != null) ? message.replace("\0", "").strip() : "";
		}

	}

	/**
	 * An update as callers see it, with times in UTC.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record UpdateView(UUID id, UpdateStatus status, String message, String author, Instant at,
			@Nullable Instant nextUpdateAt, @Nullable String template, Filling.Rendered en, Filling.Rendered fr) {

		static UpdateView of(Told told) {
			Update update = told.update();
			return new UpdateView(update.id(), update.status(), update.message(), update.author(), update.at(),
					update.nextAt(), update.template(), told.en(), told.fr());
		}

	}

	/**
	 * An update that nobody was told.
	 *
	 * @param to who would be told
	 */
	record PreviewView(@JsonUnwrapped UpdateView update, List<String> to) {
	}

}
