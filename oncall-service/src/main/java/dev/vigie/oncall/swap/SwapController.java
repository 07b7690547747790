package dev.vigie.oncall.swap;

import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.amendment.Actor;
import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.amendment.RequestIds;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.swap.SwapFeed.SwapView;
import dev.vigie.oncall.swap.SwapTable.Filter;
import dev.vigie.oncall.swap.Swapping.Requested;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;

/**
 * Swaps over HTTP: asking for them and looking at them.
 */
@RestController
@RequestMapping(SwapAccess.PATH)
class SwapController {

	private static final int MOST = 500;

	private final Swapping swapping;

	private final SwapReading reading;

	private final Specs specs;

	private final InstantSource clock;

	SwapController(Swapping swapping, SwapReading reading, Specs specs, InstantSource clock) {
		this.swapping = swapping;
		this.reading = reading;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Ask others to take shifts of yours",
			description = "The shifts that you have in the span, cut to it and to what is to come.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = SwapRequest.class)))
	ResponseEntity<SwapView> request(@RequestHeader(name = RequestIds.HEADER, required = false) @Nullable String key,
			@RequestBody JsonNode body, Caller caller, @Parameter(hidden = true) Authentication authentication) {
		Actor actor = Actor.of(caller, authentication);
		SwapRequest request = this.specs.read(body, SwapRequest.class);
		String requester = actor.actingFor("requester", request.requester());
		Requested requested = this.swapping.request(RequestIds.of(request.id(), key, "swap", caller.name()),
				request.wish(requester), actor);
		SwapView view = SwapView.of(requested.swap());
		if (!requested.isNew()) {
			return ResponseEntity.ok(view);
		}
		return ResponseEntity.created(URI.create(SwapAccess.PATH + "/" + view.id())).body(view);
	}

	/**
	 * In the order in which they were asked for.
	 */
	@GetMapping
	Listing<SwapView> list(@RequestParam(required = false) @Nullable String schedule,
			@RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String person, @RequestParam(defaultValue = "0") String after,
			@RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, MOST);
		Filter filter = new Filter(schedule, (status != null) ? SwapStatus.of(status) : null, person);
		return Listing.of(this.reading.after(number(after), filter, limit + 1), limit, Swap::number)
			.map((swap) -> SwapView.of(swap.asOf(this.clock.instant())));
	}

	private static long number(String after) {
		try {
			return Long.parseLong(after);
		}
		catch (NumberFormatException _) {
			throw new Invalid("after", "is not a cursor of this list");
		}
	}

	@GetMapping("/{id}")
	SwapView get(@PathVariable UUID id) {
		return SwapView.of(this.swapping.find(id).asOf(this.clock.instant()));
	}

	/**
	 * What is asked for.
	 *
	 * @param id chosen by the client, so that asking again makes no second one
	 * @param kind cover, for nothing, or exchange, for shifts of the other; null for
	 * cover
	 * @param requester whose shifts, the caller's if null
	 * @param with who alone may take them; null for whoever wants to
	 * @param role only shifts in this role; null for all
	 * @param start with offset
	 * @param end with offset
	 */
	record SwapRequest(@Nullable UUID id, @NotNull @Pattern(regexp = Names.PATTERN) String schedule,
			Swap.@Nullable Kind kind, @Nullable @Pattern(regexp = Names.PATTERN) String requester,
			@Nullable @Pattern(regexp = Names.PATTERN) String with, @Nullable Role role, @NotNull String start,
			@NotNull String end, @Nullable @Size(max = 500) @PlainText String reason) {

		Wish wish(String requester) {
			return new Wish(this.schedule, (this.kind != null) ? this.kind : Swap.Kind.COVER, requester, this.with,
					this.role, Window.between("start", Amending.exact(Window.instant("start", this.start)), "end",
							Amending.exact(Window.instant("end", this.end))),
					this.reason);
		}

	}

}
