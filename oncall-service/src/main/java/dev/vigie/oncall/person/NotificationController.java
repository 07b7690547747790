package dev.vigie.oncall.person;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.contact.NotificationRule.Urgency;
import dev.vigie.shared.problem.Invalid;

/**
 * What the notification rules of a person come to, over HTTP.
 */
@RestController
class NotificationController {

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	private final PersonReading people;

	private final InstantSource clock;

	NotificationController(PersonReading people, InstantSource clock) {
		this.people = people;
		this.clock = clock;
	}

	@GetMapping("/api/v1/people/{name}/notifications")
	@Operation(summary = "How a person wants to be told of something urgent, or not, at an instant",
			description = "Which of their rules counts then by their own clock, and what it tries. Pages follow it as "
					+ "far as its contact methods can be sent to, so far by e-mail.")
	NotificationPlan plan(@PathVariable String name, @RequestParam(defaultValue = "high") String urgency,
			@RequestParam(required = false) @Nullable String at) {
		return NotificationPlan.of(this.people.one(name), urgency(urgency),
				(at != null) ? instant(at) : this.clock.instant());
	}

	private static Urgency urgency(String text) {
		try {
			return Urgency.of(text);
		}
		catch (IllegalArgumentException failure) {
			throw new Invalid("urgency", String.valueOf(failure.getMessage()));
		}
	}

	private static Instant instant(String text) {
		try {
			// In an address a plus that nobody encoded arrives as a space.
			Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
			if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
				throw new Invalid("at", "must lie between the years 1970 and 2200");
			}
			return instant;
		}
		catch (DateTimeException _) {
			throw new Invalid("at", "must be a time with offset, such as 2026-03-02T13:00:00+01:00");
		}
	}

}
