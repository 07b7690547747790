package dev.vigie.oncall.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;

/**
 * Erasure over HTTP.
 */
@RestController
class ErasureController {

	private static final int LONGEST = 500;

	private final Erasing erasing;

	private final ErasureTable erasures;

	private final Specs specs;

	ErasureController(Erasing erasing, ErasureTable erasures, Specs specs) {
		this.erasing = erasing;
		this.erasures = erasures;
		this.specs = specs;
	}

	@PostMapping("/api/v1/people/{name}/erase")
	@Operation(summary = "Put a pseudonym in place of a person, everywhere and for good",
			description = "Refused with the places while they are on call or hold a position, unless \"force\" is true. "
					+ "Said again of the pseudonym it changes nothing.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Order.class)))
	Erasure erase(@PathVariable String name, @RequestBody(required = false) @Nullable JsonNode body, Caller caller) {
		boolean force = body != null && Boolean.TRUE.equals(this.specs.read(body, Order.class).force());
		return this.erasing.erase(name, force, caller.name());
	}

	@GetMapping("/api/v1/erasures")
	@Operation(summary = "Who was erased when and by whom, without their names")
	Listing<Erasure> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		return Listing.of(this.erasures.after(after, limit + 1), limit, Erasure::pseudonym);
	}

	/**
	 * How to erase.
	 *
	 * @param force whether to do it though others count on the person
	 */
	record Order(@Nullable Boolean force) {
	}

}
