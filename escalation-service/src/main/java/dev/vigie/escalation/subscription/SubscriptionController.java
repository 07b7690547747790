package dev.vigie.escalation.subscription;

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
import dev.vigie.shared.listing.Listing;

/**
 * Subscriptions over HTTP.
 */
@RestController
@RequestMapping(SubscriptionAccess.PATH)
class SubscriptionController {

	private final Subscriptions documents;

	private final Editing editing;

	private final Reading reading;

	SubscriptionController(Subscriptions documents, Editing editing, Reading reading) {
		this.documents = documents;
		this.editing = editing;
		this.reading = reading;
	}

	@GetMapping
	Listing<Document<SubscriptionSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reading.list(this.documents, after, limit);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<SubscriptionSpec>> get(@PathVariable String name) {
		return Answers.of(this.reading.one(this.documents, name));
	}

	@PutMapping("/{name}")
	ResponseEntity<Change<SubscriptionSpec>> put(@PathVariable String name, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Edit<SubscriptionSpec> edit = new Edit<>(name, this.documents.read(body), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.editing.preview(this.documents, edit));
		}
		return Answers.made(this.editing.apply(this.documents, edit), SubscriptionAccess.PATH + "/" + name);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.editing.delete(this.documents, name, ifMatch);
	}

}
