package dev.vigie.oncall.schedule;

import java.time.InstantSource;

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
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Reading;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;

/**
 * Schedules over HTTP.
 */
@RestController
@RequestMapping("/api/v1/schedules")
class ScheduleController {

	private final ScheduleKind schedules;

	private final Editing editing;

	private final Reading reading;

	private final Specs specs;

	private final OnCall onCall;

	private final InstantSource clock;

	ScheduleController(ScheduleKind schedules, Editing editing, Reading reading, Specs specs, OnCall onCall,
			InstantSource clock) {
		this.onCall = onCall;
		this.clock = clock;
		this.schedules = schedules;
		this.editing = editing;
		this.reading = reading;
		this.specs = specs;
	}

	@GetMapping
	Listing<Document<ScheduleSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reading.list(this.schedules, after, limit);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<ScheduleSpec>> get(@PathVariable String name) {
		return Answers.of(this.reading.one(this.schedules, name));
	}

	@PutMapping("/{name}")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = ScheduleSpec.class)))
	ResponseEntity<Change<ScheduleSpec>> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode spec) {
		Edit<ScheduleSpec> edit = new Edit<>(name, read(spec), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.editing.preview(this.schedules, edit));
		}
		return Answers.made(this.editing.apply(this.schedules, edit), "/api/v1/schedules/" + name);
	}

	/**
	 * What the schedule would come to if it said this from now on. Nothing is stored.
	 */
	@PostMapping("/{name}/preview")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = ScheduleSpec.class)))
	OnCall.Preview preview(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, @RequestBody JsonNode spec) {
		return this.onCall.preview(name, read(spec), this.clock.instant(), Window.of(from, to));
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.editing.delete(this.schedules, name, ifMatch);
	}

	private ScheduleSpec read(JsonNode body) {
		return ScheduleSpec.read(this.specs, body);
	}

}
