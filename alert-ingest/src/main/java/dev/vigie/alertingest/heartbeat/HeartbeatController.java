package dev.vigie.alertingest.heartbeat;

import java.time.Instant;
import java.time.InstantSource;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * Heartbeats over HTTP: documents that also say how they fare.
 */
@RestController
@RequestMapping(HeartbeatAccess.PATH)
class HeartbeatController {

	private static final int LONGEST = 500;

	private final HeartbeatHandling handling;

	private final HeartbeatTable heartbeats;

	private final Specs specs;

	private final InstantSource clock;

	HeartbeatController(HeartbeatHandling handling, HeartbeatTable heartbeats, Specs specs, InstantSource clock) {
		this.handling = handling;
		this.heartbeats = heartbeats;
		this.specs = specs;
		this.clock = clock;
	}

	@PutMapping("/{name}")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = HeartbeatSpec.class)))
	ResponseEntity<Change<HeartbeatSpec>> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode body) {
		HeartbeatSpec spec = this.specs.read(body, HeartbeatSpec.class).check();
		if (spec.paused() != null) {
			checkEnd("paused.until", spec.paused());
		}
		Edit<HeartbeatSpec> edit = new Edit<>(name, spec, ifMatch);
		if (dryRun) {
			return Answers.previewed(this.handling.preview(edit));
		}
		return Answers.made(this.handling.apply(edit), HeartbeatAccess.PATH + "/" + name);
	}

	@GetMapping("/{name}")
	ResponseEntity<HeartbeatView> get(@PathVariable String name) {
		Heartbeat heartbeat = this.heartbeats.find(Names.check("name", name))
			.orElseThrow(() -> new NotFound("There is no Heartbeat named " + name));
		return ResponseEntity.ok().eTag(Etags.of(heartbeat.version())).body(view(heartbeat));
	}

	@GetMapping
	Listing<HeartbeatView> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		return Listing.of(this.heartbeats.after(after, limit + 1), limit, Heartbeat::name).map(this::view);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.handling.delete(name, ifMatch);
	}

	@PostMapping("/{name}/pause")
	HeartbeatView pause(@PathVariable String name, @RequestBody JsonNode body) {
		HeartbeatSpec.Paused pause = this.specs.read(body, HeartbeatSpec.Paused.class);
		Instant until = checkEnd("until", pause);
		if (!until.isAfter(this.clock.instant())) {
			throw new Invalid("until", "must be to come");
		}
		return view(this.handling.rearm(Names.check("name", name), pause));
	}

	@PostMapping("/{name}/resume")
	HeartbeatView resume(@PathVariable String name) {
		return view(this.handling.rearm(Names.check("name", name), null));
	}

	// A pause that somebody forgets would be a hole for ever.
	private static Instant checkEnd(String field, HeartbeatSpec.Paused pause) {
		if (pause.until() == null) {
			throw new Invalid(field, "is required");
		}
		return pause.until();
	}

	private HeartbeatView view(Heartbeat heartbeat) {
		Instant now = this.clock.instant();
		return new HeartbeatView(heartbeat.name(), heartbeat.version(), heartbeat.spec(),
				heartbeat.status(now).name().toLowerCase(Locale.ROOT), heartbeat.lastBeatAt(), heartbeat.dueAt(),
				heartbeat.lapsedAt(), heartbeat.pauseAt(now));
	}

	/**
	 * The document and how it fares.
	 *
	 * @param status {@code waiting} for the first beat, {@code alive}, {@code lapsed} or
	 * {@code paused}
	 */
	record HeartbeatView(String name, int version, HeartbeatSpec spec, String status, @Nullable Instant lastBeatAt,
			@Nullable Instant dueAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lapsedAt,
			@JsonInclude(JsonInclude.Include.NON_NULL) HeartbeatSpec.@Nullable Paused pause) {
	}

}
