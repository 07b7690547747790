package dev.vigie.escalation.connection;

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

import dev.vigie.escalation.secret.SecretKeeping;
import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;

/**
 * Connections over HTTP.
 */
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionController {

	private final SecretKeeping<ConnectionSpec> connections;

	private final Trial trial;

	private final Specs specs;

	ConnectionController(SecretKeeping<ConnectionSpec> connections, Trial trial, Specs specs) {
		this.connections = connections;
		this.trial = trial;
		this.specs = specs;
	}

	@PutMapping("/{name}")
	ResponseEntity<Change<ConnectionSpec>> put(@PathVariable String name, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Edit<ConnectionSpec> edit = new Edit<>(name, this.specs.read(body, ConnectionSpec.class), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.connections.preview(edit));
		}
		return Answers.made(this.connections.apply(edit), "/api/v1/connections/" + name);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<ConnectionSpec>> get(@PathVariable String name) {
		return Answers.of(this.connections.get(name));
	}

	@GetMapping
	Listing<Document<ConnectionSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.connections.list(after, limit);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.connections.delete(name, ifMatch);
	}

	@PostMapping("/{name}/test")
	Trial.Outcome test(@PathVariable String name) {
		return this.trial.run(name);
	}

}
