package dev.vigie.escalation.grouping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Reading;
import dev.vigie.shared.listing.Listing;

/**
 * Groupings over HTTP.
 */
@RestController
@RequestMapping(GroupingAccess.PATH)
class GroupingController {

	private final Groupings documents;

	private final Editing editing;

	private final Reading reading;

	GroupingController(Groupings documents, Editing editing, Reading reading) {
		this.documents = documents;
		this.editing = editing;
		this.reading = reading;
	}

	@GetMapping
	Listing<Document<GroupingSpec>> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reading.list(this.documents, after, limit);
	}

	@GetMapping("/{name}")
	ResponseEntity<Document<GroupingSpec>> get(@PathVariable String name) {
		return Answers.of(this.reading.one(this.documents, name));
	}

	@PutMapping("/{name}")
	ResponseEntity<Change<GroupingSpec>> put(@PathVariable String name, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Edit<GroupingSpec> edit = new Edit<>(name, this.documents.read(body), ifMatch);
		if (dryRun) {
			return Answers.previewed(this.editing.preview(this.documents, edit));
		}
		return Answers.made(this.editing.apply(this.documents, edit), GroupingAccess.PATH + "/" + name);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.editing.delete(this.documents, name, ifMatch);
	}

	/**
	 * Where alerts would land, by the document as it is or as a draft says.
	 */
	@PostMapping("/{name}/preview")
	Rehearsal.Result preview(@PathVariable String name, @RequestBody @Valid Question question) {
		GroupingSpec spec = (question.spec() != null) ? this.documents.read(question.spec())
				: this.reading.one(this.documents, name).spec();
		this.documents.checkAlone(Names.check("name", name), spec);
		return Rehearsal.of(this.documents.rulesWith(name, spec),
				question.alerts().stream().map(Question.Alert::fired).toList());
	}

	/**
	 * Alerts that begin to fire, and the document if it is to be another than the stored.
	 */
	record Question(@Nullable JsonNode spec, @NotNull @Size(min = 1, max = 10_000) List<@NotNull @Valid Alert> alerts) {

		/**
		 * An alert that begins to fire.
		 *
		 * @param group the labels its sender groups by
		 * @param at when its delivery is accepted
		 */
		record Alert(@NotNull @Pattern(regexp = Names.PATTERN) String integration,
				@Size(max = 1000) @Nullable String fingerprint, @Nullable Map<String, @NotNull String> labels,
				@Nullable Map<String, @NotNull String> group, @NotNull Instant at) {

			Rehearsal.Fired fired() {
				return new Rehearsal.Fired(this.integration, this.fingerprint,
						(this.labels != null) ? this.labels : Map.of(), (this.group != null) ? this.group : Map.of(),
						this.at);
			}

		}

	}

}
