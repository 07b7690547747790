package dev.vigie.oncall.swap;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.amendment.Actor;
import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.swap.SwapFeed.SwapView;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * What people do with a swap, over HTTP. What cannot be done as it stands is refused with
 * what can.
 */
@RestController
@RequestMapping(SwapAccess.PATH + "/{id}")
class SwapVerbs {

	private final Swapping swapping;

	private final Specs specs;

	SwapVerbs(Swapping swapping, Specs specs) {
		this.swapping = swapping;
		this.specs = specs;
	}

	@PostMapping("/take")
	@Operation(summary = "Take the shifts for nothing", description = "Of those asked for cover; from now on.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Taking.class)))
	SwapView take(@PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body, Caller caller,
			@Parameter(hidden = true) Authentication authentication) {
		String wanted = (body != null) ? this.specs.read(body, Taking.class).person() : null;
		String taker = Actor.of(caller, authentication).actingFor("person", wanted);
		return SwapView.of(this.swapping.take(id, taker));
	}

	@PostMapping("/offer")
	@Operation(summary = "Offer shifts of yours in exchange",
			description = "Those that you have in the span, cut to it. It counts once whoever asked accepts it.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Offer.class)))
	SwapView offer(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller,
			@Parameter(hidden = true) Authentication authentication) {
		Offer offer = this.specs.read(body, Offer.class);
		String taker = Actor.of(caller, authentication).actingFor("person", offer.person());
		return SwapView.of(this.swapping.offer(id, taker, offer.span()));
	}

	@PostMapping("/accept")
	@Operation(summary = "Agree to the offer")
	SwapView accept(@PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body, Caller caller,
			@Parameter(hidden = true) Authentication authentication) {
		refuseContent(body);
		return SwapView.of(this.swapping.accept(id, Actor.of(caller, authentication)));
	}

	@PostMapping("/decline")
	@Operation(summary = "Say no",
			description = "To a request, as the one who was asked; to an offer, which leaves the request open to others.")
	SwapView decline(@PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body, Caller caller,
			@Parameter(hidden = true) Authentication authentication) {
		refuseContent(body);
		return SwapView.of(this.swapping.decline(id, Actor.of(caller, authentication)));
	}

	@PostMapping("/withdraw")
	@Operation(summary = "Take the request back", description = "One that counted counts no more from now on.")
	SwapView withdraw(@PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body, Caller caller,
			@Parameter(hidden = true) Authentication authentication) {
		refuseContent(body);
		return SwapView.of(this.swapping.withdraw(id, Actor.of(caller, authentication)));
	}

	// Who does it is the caller: better to say so than to do it for somebody else.
	private void refuseContent(@Nullable JsonNode body) {
		if (body != null) {
			this.specs.read(body, Nothing.class);
		}
	}

	/**
	 * What a verb is told that needs to know nothing.
	 */
	record Nothing() {
	}

	/**
	 * Who takes it.
	 *
	 * @param person the caller if null
	 */
	record Taking(@Nullable @Pattern(regexp = Names.PATTERN) String person) {
	}

	/**
	 * What somebody gives in return.
	 *
	 * @param person the caller if null
	 * @param start with offset
	 * @param end with offset
	 */
	record Offer(@Nullable @Pattern(regexp = Names.PATTERN) String person, @NotNull String start, @NotNull String end) {

		Span span() {
			return Window.between("start", Amending.exact(Window.instant("start", this.start)), "end",
					Amending.exact(Window.instant("end", this.end)));
		}

	}

}
