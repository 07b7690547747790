package dev.vigie.alertingest.silence;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.silence.SilenceController.SilenceView;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * What people do in a hurry: silence something without a name for it, and end a silence.
 */
@RestController
@RequestMapping(SilenceAccess.PATH)
class SilenceVerbs {

	private static final String DURATION = "duration";

	private final SilenceHandling handling;

	private final Specs specs;

	private final InstantSource clock;

	SilenceVerbs(SilenceHandling handling, Specs specs, InstantSource clock) {
		this.handling = handling;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Silence something without a name for it",
			description = "Takes a silence; a duration such as 2h may stand for endsAt.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = SilenceSpec.class)))
	ResponseEntity<SilenceView> create(@RequestBody JsonNode body, Caller caller) {
		Instant now = this.clock.instant();
		SilenceSpec spec = spec(body, now).check();
		if (spec.endsAt() != null && !spec.endsAt().isAfter(now)) {
			throw new Invalid("endsAt", "must be to come");
		}
		Silence silence = this.handling.create(spec, caller.name());
		return ResponseEntity.created(URI.create(SilenceAccess.PATH + "/" + silence.name()))
			.eTag(Etags.of(silence.version()))
			.body(SilenceView.of(silence, now));
	}

	@PostMapping("/{name}/expire")
	@Operation(summary = "End a silence now",
			description = "Of one that comes again and again only the present window, unless \"series\" is true.")
	SilenceView expire(@PathVariable String name, @RequestBody(required = false) @Nullable JsonNode body,
			Caller caller) {
		boolean series = body != null && Boolean.TRUE.equals(this.specs.read(body, Expiry.class).series());
		Silence silence = this.handling.expire(Names.check("name", name), series, caller.name());
		return SilenceView.of(silence, this.clock.instant());
	}

	private SilenceSpec spec(JsonNode body, Instant now) {
		if (!(body instanceof ObjectNode given) || !given.has(DURATION)) {
			return this.specs.read(body, SilenceSpec.class);
		}
		ObjectNode rest = given.deepCopy();
		JsonNode duration = rest.remove(DURATION);
		SilenceSpec spec = this.specs.read(rest, SilenceSpec.class);
		if (spec.endsAt() != null || spec.recurrence() != null) {
			throw new Invalid(DURATION, "must be absent where there is an endsAt or a recurrence");
		}
		try {
			return spec.lasting(new Delay(duration.asString("")).length(), now);
		}
		catch (IllegalArgumentException failure) {
			throw new Invalid(DURATION, String.valueOf(failure.getMessage()));
		}
	}

	/**
	 * How to end a silence.
	 *
	 * @param series whether none of its windows shall come any more
	 */
	record Expiry(@Nullable Boolean series) {
	}

}
