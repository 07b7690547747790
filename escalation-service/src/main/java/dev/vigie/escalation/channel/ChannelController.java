package dev.vigie.escalation.channel;

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
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;

/**
 * Channels over HTTP.
 */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

	private static final int MOST = 500;

	private final ChannelHandling handling;

	private final Specs specs;

	ChannelController(ChannelHandling handling, Specs specs) {
		this.handling = handling;
		this.specs = specs;
	}

	@PutMapping("/{name}")
	ResponseEntity<Change<ChannelSpec>> put(@PathVariable String name, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		ChannelSpec spec = this.specs.read(body, ChannelSpec.class);
		Change<ChannelSpec> change = this.handling.put(name, spec, ifMatch, dryRun);
		return dryRun ? Answers.previewed(change) : Answers.made(change, "/api/v1/channels/" + name);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<ChannelSpec>> get(@PathVariable String name) {
		return Answers.of(this.handling.get(name));
	}

	@GetMapping
	Listing<Document<ChannelSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, MOST);
		Names.checkPlace(after);
		return Listing.of(this.handling.list(after, limit + 1), limit, Document::name);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name) {
		this.handling.delete(name);
	}

}
