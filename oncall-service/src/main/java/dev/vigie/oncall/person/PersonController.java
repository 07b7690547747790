package dev.vigie.oncall.person;

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

import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Reading;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;

/**
 * People over HTTP.
 */
@RestController
@RequestMapping("/api/v1/people")
class PersonController {

	private final PersonKind people;

	private final Editing editing;

	private final Reading reading;

	private final Specs specs;

	PersonController(PersonKind people, Editing editing, Reading reading, Specs specs) {
		this.people = people;
		this.editing = editing;
		this.reading = reading;
		this.specs = specs;
	}

	@GetMapping
	Listing<Document<PersonSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reading.list(this.people, after, limit);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<PersonSpec>> get(@PathVariable String name) {
		return Answers.of(this.reading.one(this.people, name));
	}

	@PutMapping("/{name}")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = PersonSpec.class)))
	ResponseEntity<Change<PersonSpec>> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode spec) {
		Edit<PersonSpec> edit = new Edit<>(name, this.specs.read(spec, PersonSpec.class), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.editing.preview(this.people, edit));
		}
		return Answers.made(this.editing.apply(this.people, edit), "/api/v1/people/" + name);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.editing.delete(this.people, name, ifMatch);
	}

}
