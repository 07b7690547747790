package dev.vigie.oncall.calendar;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.calendar.Subscribing.Fresh;
import dev.vigie.oncall.calendar.Subscribing.Wish;
import dev.vigie.oncall.calendar.Subscription.About;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.person.PersonSpec.Language;
import dev.vigie.shared.access.AccessProperties;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;

/**
 * Addresses of calendars over HTTP.
 */
@RestController
@RequestMapping("/api/v1/calendar-subscriptions")
class SubscriptionController {

	private static final int LONGEST = 500;

	private final Subscribing subscribing;

	private final Specs specs;

	private final AccessProperties access;

	SubscriptionController(Subscribing subscribing, Specs specs, AccessProperties access) {
		this.subscribing = subscribing;
		this.specs = specs;
		this.access = access;
	}

	/**
	 * Makes an address. Only this answer holds it.
	 */
	@PostMapping
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = NewSubscription.class)))
	ResponseEntity<SubscriptionMade> make(@RequestBody JsonNode body, Caller caller) {
		NewSubscription request = this.specs.read(body, NewSubscription.class);
		Fresh fresh = this.subscribing.make(request.wish(), caller.name());
		URI url = URI.create("%s/calendars/%s.ics".formatted(this.access.issuer(), fresh.secret()));
		URI place = URI.create("/api/v1/calendar-subscriptions/" + fresh.subscription().id());
		return ResponseEntity.created(place).body(new SubscriptionMade(fresh.subscription(), url));
	}

	@GetMapping
	Listing<Subscription> list(@RequestParam(required = false) @Nullable String about,
			@RequestParam(required = false) @Nullable String name, @RequestParam(required = false) @Nullable UUID after,
			@RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, LONGEST);
		List<Subscription> found = this.subscribing.list(about(about), name, after, limit + 1);
		return Listing.of(found, limit, (subscription) -> subscription.id().toString());
	}

	private static @Nullable About about(@Nullable String text) {
		try {
			return (text != null) ? About.of(text) : null;
		}
		catch (IllegalArgumentException failure) {
			throw new Invalid("about", String.valueOf(failure.getMessage()));
		}
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable UUID id, Caller caller) {
		this.subscribing.revoke(id, caller.name());
	}

	record NewSubscription(@NotNull(message = "is required") About about,
			@NotNull(message = "is required") @Pattern(regexp = Names.PATTERN,
					message = "must be the name of a person, schedule or team") String name,
			@Nullable Language language, @Nullable @Size(max = 200) @PlainText String label) {

		private Wish wish() {
			return new Wish(this.about, this.name, (this.language != null) ? this.language : Language.EN, this.label);
		}

	}

	/**
	 * A subscription with its address.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SubscriptionMade(Subscription subscription, URI url) {
	}

}
