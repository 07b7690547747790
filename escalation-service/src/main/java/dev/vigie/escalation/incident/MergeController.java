package dev.vigie.escalation.incident;

import java.net.URI;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;

/**
 * Merging and splitting incidents over HTTP.
 */
@RestController
@RequestMapping(IncidentAccess.PATH + "/{number}")
class MergeController {

	private final Merging merging;

	private final Splitting splitting;

	private final KnownIncidents known;

	private final IncidentController incidents;

	MergeController(Merging merging, Splitting splitting, KnownIncidents known, IncidentController incidents) {
		this.known = known;
		this.merging = merging;
		this.splitting = splitting;
		this.incidents = incidents;
	}

	@PostMapping("/merge")
	IncidentView merge(@PathVariable String number, @RequestBody @Valid Merge merge, Caller caller) {
		this.known.checkVisible(merge.into(), caller);
		this.merging.merge(number, merge.into(), caller.name(), merge.note());
		return this.incidents.get(number);
	}

	@PostMapping("/split")
	ResponseEntity<IncidentView> split(@PathVariable String number, @RequestBody @Valid Split split, Caller caller) {
		long made = this.splitting.split(number, split.fingerprints(), split.title(), caller.name(), split.note());
		return ResponseEntity.created(URI.create(IncidentAccess.PATH + "/" + made))
			.body(this.incidents.get(String.valueOf(made)));
	}

	/**
	 * Which incident goes on.
	 *
	 * @param into its number, {@code 42} or {@code INC-42}
	 */
	record Merge(@NotBlank String into, @Size(max = 2000) @Nullable String note) {
	}

	/**
	 * Which alerts are about something else.
	 */
	record Split(@NotEmpty @Size(max = 1000) Set<@NotBlank String> fingerprints,
			@Size(max = 200) @Nullable String title, @Size(max = 2000) @Nullable String note) {
	}

}
