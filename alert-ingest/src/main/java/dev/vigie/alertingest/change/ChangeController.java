package dev.vigie.alertingest.change;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.change.ChangeList.ChangeItem;
import dev.vigie.alertingest.change.ChangeList.Filter;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.listing.Place;

/**
 * Changes over HTTP: everybody's to read, and people's own pipelines tell of them.
 */
@RestController
class ChangeController {

	private static final int LONGEST = 500;

	private final ChangeList changes;

	private final ChangeEvents events;

	private final InstantSource clock;

	ChangeController(ChangeList changes, ChangeEvents events, InstantSource clock) {
		this.changes = changes;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping("/api/v1/changes")
	Listing<ChangeItem> list(@RequestParam(required = false) @Nullable String service,
			@RequestParam(required = false) @Nullable String integration,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to, @RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, LONGEST);
		List<ChangeItem> found = this.changes.page(new Filter(service, integration, from, to),
				after.isEmpty() ? null : Place.parse(after), limit + 1);
		return Listing.of(found, limit, (item) -> new Place(item.happenedAt(), item.id()).cursor());
	}

	@PostMapping("/api/v1/changes")
	@ResponseStatus(HttpStatus.CREATED)
	Told tell(@RequestBody @Valid NewChange change) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		ChangeEvent event = change.event(now);
		this.events.store(null, List.of(event), now);
		return new Told(ChangeEvents.id(null, event));
	}

	record Told(UUID id) {
	}

	// Pipelines are senders: what else stands there does not count.
	@JsonIgnoreProperties(ignoreUnknown = true)
	record NewChange(
			@NotBlank(message = "is required") @Size(max = 1024,
					message = "must be at most 1024 characters") String summary,
			@Nullable Instant happenedAt,
			@Nullable @Size(max = 1024, message = "must be at most 1024 characters") String source,
			@Nullable @Size(max = 1024, message = "must be at most 1024 characters") String service,
			@Nullable Map<String, String> labels,
			@Nullable @Size(max = 50, message = "must be at most 50") List<@Valid NewLink> links,
			@Nullable JsonNode details) {

		ChangeEvent event(Instant now) {
			return new ChangeEvent((this.happenedAt != null) ? this.happenedAt.truncatedTo(ChronoUnit.MICROS) : now,
					this.summary, this.source, this.service, (this.labels != null) ? this.labels : Map.of(),
					(this.links != null) ? this.links.stream()
						.map((link) -> new ChangeEvent.Link(link.href(), link.words()))
						.toList() : List.of(),
					(this.details == null || this.details.isNull()) ? null : this.details.toString());
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record NewLink(@NotNull(message = "is required") @Pattern(regexp = "https?://\\S+",
			message = "must be an http or https address") String href, @Nullable String text) {

		String words() {
			return (this.text != null) ? this.text : this.href;
		}

	}

}
