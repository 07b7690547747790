package dev.vigie.runbook.runbook;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.NotFound;

/**
 * Runbook documents and their versions over HTTP.
 */
@RestController
@RequestMapping("/api/v1/runbooks")
class RunbookController {

	private static final int LONGEST = 200;

	private final RunbookEditing editing;

	private final RunbookShelf shelf;

	private final Specs specs;

	RunbookController(RunbookEditing editing, RunbookShelf shelf, Specs specs) {
		this.editing = editing;
		this.shelf = shelf;
		this.specs = specs;
	}

	@GetMapping
	Listing<Document<RunbookSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "50") int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		return Listing.of(this.shelf.page(after, limit + 1), limit, Document::name);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<RunbookSpec>> get(@PathVariable String name) {
		return Answers.of(this.editing.get(name));
	}

	@PutMapping("/{name}")
	@Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = RunbookSpec.class))))
	ResponseEntity<Change<RunbookSpec>> put(@PathVariable String name, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		Names.check("name", name);
		RunbookSpec spec = this.specs.read(body, RunbookSpec.class).checked();
		if (dryRun) {
			return Answers.previewed(this.editing.preview(name, spec, ifMatch));
		}
		return Answers.made(this.editing.put(name, spec, ifMatch, caller.name()), "/api/v1/runbooks/" + name);
	}

	@DeleteMapping("/{name}")
	ResponseEntity<Void> delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		this.editing.delete(name, ifMatch, caller.name());
		return ResponseEntity.noContent().build();
	}

	@GetMapping("/{name}/versions")
	Listing<RunbookShelf.Edition> versions(@PathVariable String name,
			@RequestParam(defaultValue = "" + Integer.MAX_VALUE) int after,
			@RequestParam(defaultValue = "50") int limit) {
		Listing.checkLimit(limit, LONGEST);
		List<RunbookShelf.Edition> found = this.shelf.editions(name, after, limit + 1);
		if (found.isEmpty() && after == Integer.MAX_VALUE) {
			throw new NotFound("There is no runbook " + name);
		}
		return Listing.of(found, limit, RunbookShelf.Edition::version);
	}

	@GetMapping("/{name}/versions/{number}")
	VersionView version(@PathVariable String name, @PathVariable int number) {
		RunbookVersion version = this.editing.version(name, number);
		return new VersionView(name, number, version.spec(), version.createdAt(), version.createdBy());
	}

	record VersionView(String name, int version, RunbookSpec spec, Instant createdAt, String createdBy) {
	}

}
