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

import dev.vigie.escalation.secret.SecretKeeping;
import dev.vigie.shared.document.Answers;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;

/**
 * Channels over HTTP.
 */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

	private final SecretKeeping<ChannelSpec> channels;

	private final Specs specs;

	ChannelController(SecretKeeping<ChannelSpec> channels, Specs specs) {
		this.channels = channels;
		this.specs = specs;
	}

	@PutMapping("/{name}")
	ResponseEntity<Change<ChannelSpec>> put(@PathVariable String name, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Edit<ChannelSpec> edit = new Edit<>(name, this.specs.read(body, ChannelSpec.class), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.channels.preview(edit));
		}
		return Answers.made(this.channels.apply(edit), "/api/v1/channels/" + name);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<ChannelSpec>> get(@PathVariable String name) {
		return Answers.of(this.channels.get(name));
	}

	@GetMapping
	Listing<Document<ChannelSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.channels.list(after, limit);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.channels.delete(name, ifMatch);
	}

}
