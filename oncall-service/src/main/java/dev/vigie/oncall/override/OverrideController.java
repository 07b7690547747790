package dev.vigie.oncall.override;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.amendment.RequestIds;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.override.Overriding.Made;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * Overrides over HTTP.
 */
@RestController
@RequestMapping("/api/v1/schedules/{name}/overrides")
class OverrideController {

	private final Overriding overriding;

	private final Specs specs;

	private final InstantSource clock;

	OverrideController(Overriding overriding, Specs specs, InstantSource clock) {
		this.overriding = overriding;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Put somebody on call instead",
			description = "What is past stays as it was: an override that was to begin earlier begins now. "
					+ "Said again with the same id or Idempotency-Key it is made once.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = OverrideRequest.class)))
	ResponseEntity<OverrideView> make(@PathVariable String name,
			@RequestHeader(name = RequestIds.HEADER, required = false) @Nullable String key, @RequestBody JsonNode body,
			Caller caller) {
		OverrideRequest request = this.specs.read(body, OverrideRequest.class);
		Made made = this.overriding.make(RequestIds.of(request.id(), key, name, caller.name()), request.wish(name),
				caller.name());
		OverrideView view = OverrideView.of(made.override());
		if (!made.isNew()) {
			return ResponseEntity.ok(view);
		}
		return ResponseEntity.created(URI.create("/api/v1/schedules/%s/overrides/%s".formatted(name, view.id())))
			.body(view);
	}

	/**
	 * Those that meet a span, the next year if none is given, in the order in which they
	 * were made.
	 */
	@GetMapping
	OverrideList list(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		Instant now = this.clock.instant();
		Span span = (from == null && to == null) ? new Span(now, now.plus(Duration.ofDays(366))) : Window.of(from, to);
		return new OverrideList(this.overriding.list(name, span).stream().map(OverrideView::of).toList(), null);
	}

	@GetMapping("/{id}")
	OverrideView get(@PathVariable String name, @PathVariable UUID id) {
		return OverrideView.of(this.overriding.find(name, id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take an override back", description = "One that has begun ends now.")
	void delete(@PathVariable String name, @PathVariable UUID id, Caller caller) {
		this.overriding.end(name, id, caller.name());
	}

	/**
	 * What is asked for.
	 *
	 * @param id chosen by the client, so that asking again makes no second one
	 * @param person who is on call instead
	 * @param role what they are then, null for primary
	 * @param start with offset
	 * @param end with offset
	 * @param replaces only where this person is on call; null for everybody of the role
	 */
	record OverrideRequest(@Nullable UUID id, @NotNull @Pattern(regexp = Names.PATTERN) String person,
			@Nullable Role role, @NotNull String start, @NotNull String end,
			@Nullable @Pattern(regexp = Names.PATTERN) String replaces,
			@Nullable @Size(max = 500) @PlainText String reason) {

		Wish wish(String schedule) {
			Span span = Window.between("start", Amending.exact(Window.instant("start", this.start)), "end",
					Amending.exact(Window.instant("end", this.end)));
			return new Wish(schedule, this.person, (this.role != null) ? this.role : Role.PRIMARY, span, this.replaces,
					this.reason);
		}

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OverrideView(UUID id, String schedule, String person, Role role, Instant start, Instant end,
			@Nullable String replaces, @Nullable String reason, String author, Instant createdAt,
			@Nullable Instant endedAt, @Nullable String endedBy) {

		static OverrideView of(ScheduleOverride override) {
			Wish wish = override.wish();
			ScheduleOverride.Ending ending = override.ending();
			return new OverrideView(override.id(), wish.schedule(), wish.person(), wish.role(), override.start(),
					override.end(), wish.replaces(), wish.reason(), override.author(), override.madeAt(),
					(ending != null) ? ending.at() : null, (ending != null) ? ending.by() : null);
		}

	}

	record OverrideList(List<OverrideView> items, @Nullable String next) {
	}

}
