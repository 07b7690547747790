package dev.vigie.oncall.calendar;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Reading;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Calendars from elsewhere over HTTP.
 */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController {

	private final CalendarKind calendars;

	private final Editing editing;

	private final Reading reading;

	private final Specs specs;

	CalendarController(CalendarKind calendars, Editing editing, Reading reading, Specs specs) {
		this.calendars = calendars;
		this.editing = editing;
		this.reading = reading;
		this.specs = specs;
	}

	@GetMapping
	Listing<Document<CalendarSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reading.list(this.calendars, after, limit);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<CalendarSpec>> get(@PathVariable String name) {
		return Answers.of(this.reading.one(this.calendars, name));
	}

	@PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = CalendarSpec.class)))
	ResponseEntity<Change<CalendarSpec>> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode spec) {
		Edit<CalendarSpec> edit = new Edit<>(name, read(spec), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.editing.preview(this.calendars, edit));
		}
		return Answers.made(this.editing.apply(this.calendars, edit), "/api/v1/calendars/" + name);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.editing.delete(this.calendars, name, ifMatch);
	}

	private CalendarSpec read(JsonNode body) {
		CalendarSpec spec = this.specs.read(body, CalendarSpec.class);
		List<FieldError> contradictions = spec.contradictions();
		if (!contradictions.isEmpty()) {
			throw new Invalid(contradictions);
		}
		return spec;
	}

}
