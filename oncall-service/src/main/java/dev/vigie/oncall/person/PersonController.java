package dev.vigie.oncall.person;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
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
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * People over HTTP.
 */
@RestController
@RequestMapping("/api/v1/people")
class PersonController {

	private final PersonKind people;

	private final Editing editing;

	private final PersonReading reading;

	private final Specs specs;

	PersonController(PersonKind people, Editing editing, PersonReading reading, Specs specs) {
		this.people = people;
		this.editing = editing;
		this.reading = reading;
		this.specs = specs;
	}

	@GetMapping
	@Operation(summary = "List people, with whether they are active, leaving or have left")
	Listing<PersonView> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reading.list(after, limit);
	}

	@GetMapping("/{name}")
	@Operation(summary = "A person, with which of their addresses are verified",
			description = "Whether an address is verified is no part of the document, and ends when the address changes.")
	ResponseEntity<PersonView> get(@PathVariable String name) {
		PersonView person = this.reading.one(name);
		return ResponseEntity.ok().eTag(Etags.of(person.version())).body(person);
	}

	@PutMapping("/{name}")
	@Operation(summary = "Apply a person's document",
			description = "Contact methods of the types sms, phone, push and webhook, and notification rules, are kept "
					+ "and checked; what is sent so far is e-mail.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = PersonSpec.class)))
	ResponseEntity<Change<PersonSpec>> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode spec) {
		Edit<PersonSpec> edit = new Edit<>(name, read(spec), ifMatch);
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

	private PersonSpec read(JsonNode body) {
		PersonSpec spec = this.specs.read(body, PersonSpec.class);
		List<FieldError> contradictions = Contradictions.of(spec);
		if (!contradictions.isEmpty()) {
			throw new Invalid(contradictions);
		}
		return spec;
	}

}
