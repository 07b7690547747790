package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;

/**
 * Silences over HTTP: documents that also say whether they are in force.
 */
@RestController
@RequestMapping(SilenceAccess.PATH)
class SilenceController {

	private static final int LONGEST = 500;

	private final SilenceHandling handling;

	private final SilenceTable silences;

	private final Specs specs;

	private final InstantSource clock;

	SilenceController(SilenceHandling handling, SilenceTable silences, Specs specs, InstantSource clock) {
		this.handling = handling;
		this.silences = silences;
		this.specs = specs;
		this.clock = clock;
	}

	@PutMapping("/{name}")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = SilenceSpec.class)))
	ResponseEntity<Change<SilenceSpec>> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode body, Caller caller) {
		Edit<SilenceSpec> edit = new Edit<>(name, this.specs.read(body, SilenceSpec.class).check(), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.handling.preview(edit));
		}
		return Answers.made(this.handling.apply(edit, caller.name()), SilenceAccess.PATH + "/" + name);
	}

	@GetMapping("/{name}")
	ResponseEntity<SilenceView> get(@PathVariable String name) {
		Silence silence = this.handling.find(Names.check("name", name));
		return ResponseEntity.ok()
			.eTag(Etags.of(silence.version()))
			.body(SilenceView.of(silence, this.clock.instant()));
	}

	@GetMapping
	Listing<SilenceView> list(@RequestParam(required = false) @Nullable String state,
			@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		Instant now = this.clock.instant();
		return Listing.of(this.silences.after(after, state(state), now, limit + 1), limit, Silence::name)
			.map((silence) -> SilenceView.of(silence, now));
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		this.handling.delete(name, ifMatch, caller.name());
	}

	private static Silence.@Nullable State state(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		return Arrays.stream(Silence.State.values())
			.filter((state) -> state.name().toLowerCase(Locale.ROOT).equals(text))
			.findFirst()
			.orElseThrow(() -> new Invalid("state", "must be pending, active or expired"));
	}

	/**
	 * The document and how it stands.
	 *
	 * @param state {@code pending}, {@code active} or {@code expired}
	 * @param startsAt when the present window began, or the next begins
	 * @param endedBy who ended it early
	 * @param adHoc whether it was made without a name of its own
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SilenceView(String name, int version, SilenceSpec spec, String state, String author,
			@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Instant endedAt, @Nullable String endedBy,
			boolean adHoc) {

		static SilenceView of(Silence silence, Instant now) {
			Window window = silence.windowAt(now);
			Silence.Ending ending = silence.ending();
			return new SilenceView(silence.name(), silence.version(), silence.spec(),
					silence.state(now).name().toLowerCase(Locale.ROOT), silence.author(),
					(window != null) ? window.start() : null, (window != null) ? window.end() : null,
					(ending != null) ? ending.at() : null, (ending != null) ? ending.by() : null, silence.adHoc());
		}

	}

}
