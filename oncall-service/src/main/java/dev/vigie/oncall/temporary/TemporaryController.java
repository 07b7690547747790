package dev.vigie.oncall.temporary;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.temporary.TemporaryPlanning.Planned;
import dev.vigie.oncall.temporary.TemporarySchedule.Draft;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * Temporary schedules over HTTP.
 */
@RestController
@RequestMapping("/api/v1/schedules/{name}/temporary-schedules")
class TemporaryController {

	private final TemporaryPlanning planning;

	private final Specs specs;

	private final InstantSource clock;

	TemporaryController(TemporaryPlanning planning, Specs specs, InstantSource clock) {
		this.planning = planning;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Plan a span by hand", description = "Nobody but its shifts is on call in the span.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = TemporaryRequest.class)))
	ResponseEntity<TemporaryView> make(@PathVariable String name, @RequestBody JsonNode body, Caller caller) {
		return put(name, UUID.randomUUID(), body, caller);
	}

	@PutMapping("/{id}")
	@Operation(summary = "Plan a span by hand under an id of one's own, or plan it anew",
			description = "What is past stays as it was.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = TemporaryRequest.class)))
	ResponseEntity<TemporaryView> put(@PathVariable String name, @PathVariable UUID id, @RequestBody JsonNode body,
			Caller caller) {
		Draft draft = this.specs.read(body, TemporaryRequest.class).draft(name);
		Planned planned = this.planning.put(id, draft, caller.name());
		TemporaryView view = TemporaryView.of(planned.temporary());
		if (!planned.isNew()) {
			return ResponseEntity.ok(view);
		}
		return ResponseEntity
			.created(URI.create("/api/v1/schedules/%s/temporary-schedules/%s".formatted(name, view.id())))
			.body(view);
	}

	/**
	 * Those that meet a span, the next year if none is given, in the order in which they
	 * were made.
	 */
	@GetMapping
	TemporaryList list(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		Instant now = this.clock.instant();
		Span span = (from == null && to == null) ? new Span(now, now.plus(Duration.ofDays(366))) : Window.of(from, to);
		return new TemporaryList(this.planning.list(name, span).stream().map(TemporaryView::of).toList(), null);
	}

	@GetMapping("/{id}")
	TemporaryView get(@PathVariable String name, @PathVariable UUID id) {
		return TemporaryView.of(this.planning.find(name, id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take a temporary schedule back", description = "One that has begun ends now.")
	void delete(@PathVariable String name, @PathVariable UUID id, Caller caller) {
		this.planning.end(name, id, caller.name());
	}

	private static Span span(String path, String start, String end) {
		String startField = path + "start";
		String endField = path + "end";
		return Window.between(startField, Amending.exact(Window.instant(startField, start)), endField,
				Amending.exact(Window.instant(endField, end)));
	}

	/**
	 * What is asked for.
	 *
	 * @param start with offset
	 * @param end with offset
	 * @param shifts who is on call; where there is none, nobody is
	 */
	record TemporaryRequest(@NotNull String start, @NotNull String end,
			@NotNull @Size(max = 500) List<@NotNull @Valid ShiftRequest> shifts,
			@Nullable @Size(max = 500) @PlainText String reason) {

		Draft draft(String schedule) {
			List<FixedShift> fixed = new ArrayList<>();
			for (int i = 0; i < this.shifts.size(); i++) {
				fixed.add(this.shifts.get(i).shift("shifts[" + i + "]."));
			}
			return new Draft(schedule, span("", this.start, this.end), fixed, this.reason);
		}

	}

	/**
	 * One shift of it.
	 *
	 * @param role null for primary
	 */
	record ShiftRequest(@NotNull @Pattern(regexp = Names.PATTERN) String person, @Nullable Role role,
			@NotNull String start, @NotNull String end) {

		FixedShift shift(String path) {
			return new FixedShift(span(path, this.start, this.end), (this.role != null) ? this.role : Role.PRIMARY,
					this.person);
		}

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TemporaryView(UUID id, String schedule, Instant start, Instant end, List<ShiftView> shifts,
			@Nullable String reason, String author, Instant createdAt, String editor, @Nullable Instant endedAt) {

		static TemporaryView of(TemporarySchedule temporary) {
			return new TemporaryView(temporary.id(), temporary.schedule(), temporary.start(), temporary.end(),
					temporary.shifts().stream().map(ShiftView::of).toList(), temporary.reason(), temporary.author(),
					temporary.madeAt(), temporary.editor(), temporary.endedAt());
		}

	}

	record ShiftView(String person, Role role, Instant start, Instant end) {

		static ShiftView of(FixedShift shift) {
			return new ShiftView(shift.person(), shift.role(), shift.span().start(), shift.span().end());
		}

	}

	record TemporaryList(List<TemporaryView> items, @Nullable String next) {
	}

}
