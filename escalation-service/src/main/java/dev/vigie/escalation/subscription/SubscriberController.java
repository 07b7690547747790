package dev.vigie.escalation.subscription;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.roster.People;
import dev.vigie.escalation.subscription.SubscriberTable.Subscriber;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;

/**
 * Who follows an incident, over HTTP; {@code IncidentAccess} says who may.
 */
@RestController
@RequestMapping("/api/v1/incidents/{number}/subscribers")
class SubscriberController {

	private final Following following;

	private final People people;

	private final Courier courier;

	SubscriberController(Following following, People people, Courier courier) {
		this.following = following;
		this.people = people;
		this.courier = courier;
	}

	@GetMapping
	SubscriberListing list(@PathVariable String number) {
		return new SubscriberListing(this.following.of(number).stream().map(SubscriberView::of).toList());
	}

	/**
	 * Without a body whoever calls follows.
	 */
	@PostMapping
	SubscriberListing begin(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Follow sent,
			Caller caller) {
		Stakeholder who = (sent != null) ? who(sent.person(), sent.channel(), caller) : who(null, null, caller);
		if (who.person() != null) {
			this.people.check("person", who.person());
		}
		if (who.channel() != null && this.courier.destination(who.channel()).isEmpty()) {
			throw new Invalid("channel", "there is no Channel " + who.channel());
		}
		this.following.begin(number, who, caller.name());
		return list(number);
	}

	@DeleteMapping
	SubscriberListing end(@PathVariable String number, @RequestParam(required = false) @Nullable String person,
			@RequestParam(required = false) @Nullable String channel, Caller caller) {
		if (person != null) {
			Names.check("person", person);
		}
		if (channel != null) {
			Names.check("channel", channel);
		}
		this.following.end(number, who(person, channel, caller), caller.name());
		return list(number);
	}

	private static Stakeholder who(@Nullable String person, @Nullable String channel, Caller caller) {
		return (person == null && channel == null) ? Stakeholder.of(caller.person(), null)
				: Stakeholder.of(person, channel);
	}

	/**
	 * Who is to follow.
	 */
	record Follow(@Pattern(regexp = Names.PATTERN) @Nullable String person,
			@Pattern(regexp = Names.PATTERN) @Nullable String channel) {
	}

	/**
	 * Who follows.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SubscriberView(@Nullable String person, @Nullable String channel, String addedBy, Instant addedAt) {

		static SubscriberView of(Subscriber subscriber) {
			return new SubscriberView(subscriber.who().person(), subscriber.who().channel(), subscriber.addedBy(),
					subscriber.addedAt());
		}

	}

	record SubscriberListing(List<SubscriberView> items) {
	}

}
