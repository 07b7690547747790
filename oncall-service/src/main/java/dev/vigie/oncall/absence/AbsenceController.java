package dev.vigie.oncall.absence;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.absence.AbsenceViews.AbsenceView;
import dev.vigie.oncall.absence.Declaring.Declared;
import dev.vigie.oncall.amendment.Actor;
import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.amendment.RequestIds;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * Absences over HTTP.
 */
@RestController
@RequestMapping(AbsenceAccess.PATH)
class AbsenceController {

	private final Declaring declaring;

	private final Specs specs;

	private final InstantSource clock;

	AbsenceController(Declaring declaring, Specs specs, InstantSource clock) {
		this.declaring = declaring;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Say that somebody is away",
			description = "The answer tells which shifts of theirs that hits and who could take them.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = AbsenceRequest.class)))
	ResponseEntity<AbsenceView> declare(@RequestHeader(name = RequestIds.HEADER, required = false) @Nullable String key,
			@RequestBody JsonNode body, Caller caller, @Parameter(hidden = true) Authentication authentication) {
		Actor actor = Actor.of(caller, authentication);
		AbsenceRequest request = this.specs.read(body, AbsenceRequest.class);
		Declared declared = this.declaring.declare(new Absence(
				RequestIds.of(request.id(), key, "absence", caller.name()), actor.actingFor("person", request.person()),
				request.span(), Absence.MANUAL, request.reason(), actor.name()));
		AbsenceView view = AbsenceView.of(declared.absence(), declared.proposals());
		if (!declared.isNew()) {
			return ResponseEntity.ok(view);
		}
		return ResponseEntity.created(URI.create(AbsenceAccess.PATH + "/" + view.id())).body(view);
	}

	/**
	 * Those that meet a span, the next year if none is given, in order.
	 */
	@GetMapping
	AbsenceList list(@RequestParam(required = false) @Nullable String person,
			@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		Instant now = this.clock.instant();
		Span span = (from == null && to == null) ? new Span(now, now.plus(Duration.ofDays(366))) : Window.of(from, to);
		return new AbsenceList(
				this.declaring.list(person, span).stream().map((absence) -> AbsenceView.of(absence, null)).toList(),
				null);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take an absence back", description = "Overrides that were made for it stay.")
	void delete(@PathVariable UUID id, Caller caller, @Parameter(hidden = true) Authentication authentication) {
		this.declaring.delete(id, Actor.of(caller, authentication));
	}

	/**
	 * What is said.
	 *
	 * @param id chosen by the client, so that saying it again makes no second one
	 * @param person who is away, the caller if null
	 * @param start with offset
	 * @param end with offset
	 */
	record AbsenceRequest(@Nullable UUID id, @Nullable @Pattern(regexp = Names.PATTERN) String person,
			@NotNull String start, @NotNull String end, @Nullable @Size(max = 500) @PlainText String reason) {

		Span span() {
			return Window.between("start", Amending.exact(Window.instant("start", this.start)), "end",
					Amending.exact(Window.instant("end", this.end)));
		}

	}

	record AbsenceList(List<AbsenceView> items, @Nullable String next) {
	}

}
