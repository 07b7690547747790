package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.calendar.Subscription.About;
import dev.vigie.oncall.calendar.ical.CalendarText;
import dev.vigie.oncall.calendar.ical.Entry;
import dev.vigie.oncall.person.PersonSpec.Language;
import dev.vigie.shared.problem.NotFound;

/**
 * Hands out secret addresses of calendars, takes them back, and answers at them.
 */
@Component
@Transactional
class Subscribing {

	/**
	 * How often readers may come.
	 */
	static final Duration REFRESH = Duration.ofMinutes(15);

	private static final Logger log = LoggerFactory.getLogger(Subscribing.class);

	private final SubscriptionTable subscriptions;

	private final ExportTable exports;

	private final SubscribedShifts shifts;

	private final InstantSource clock;

	Subscribing(SubscriptionTable subscriptions, ExportTable exports, SubscribedShifts shifts, InstantSource clock) {
		this.subscriptions = subscriptions;
		this.exports = exports;
		this.shifts = shifts;
		this.clock = clock;
	}

	/**
	 * Makes an address; its secret is never to be seen again.
	 */
	Fresh make(Wish wish, String by) {
		this.shifts.check(wish.about(), wish.name());
		String secret = SubscriptionSecret.fresh();
		Subscription subscription = new Subscription(UUID.randomUUID(), wish.about(), wish.name(), wish.language(),
				wish.label(), by, now(), null);
		this.subscriptions.insert(subscription, SubscriptionSecret.digest(secret));
		log.info("Calendar subscription {} of {} {} made by {}", subscription.id(), wish.about().kind(), wish.name(),
				by);
		return new Fresh(subscription, secret);
	}

	@Transactional(readOnly = true)
	List<Subscription> list(@Nullable About about, @Nullable String name, @Nullable UUID after, int limit) {
		return this.subscriptions.list(about, name, after, limit);
	}

	/**
	 * Takes an address back; nobody is answered there any more.
	 */
	void revoke(UUID id, String by) {
		if (this.subscriptions.delete(id)) {
			log.info("Calendar subscription {} revoked by {}", id, by);
		}
	}

	/**
	 * The calendar at an address.
	 * @throws NotFound if it is none
	 */
	String read(String secret) {
		Subscription subscription = this.subscriptions.open(SubscriptionSecret.digest(secret))
			.orElseThrow(() -> new NotFound("There is no such calendar, or not any more"));
		Instant now = now();
		Ledger ledger = new Ledger(this.exports.of(subscription.id()));
		List<Entry> entries = ledger.tell(this.shifts.of(subscription, now), now, now.minus(SubscribedShifts.BACK));
		this.exports.save(subscription.id(), ledger.changed());
		this.exports.drop(subscription.id(), ledger.dropped());
		Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
		if (subscription.usedAt() == null || subscription.usedAt().isBefore(minute)) {
			this.subscriptions.use(subscription.id(), minute);
		}
		return CalendarText.of(this.shifts.title(subscription), REFRESH, entries);
	}

	// As exact as the database keeps it.
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * What somebody wants to subscribe to.
	 */
	record Wish(About about, String name, Language language, @Nullable String label) {
	}

	/**
	 * A subscription that was just made.
	 */
	record Fresh(Subscription subscription, String secret) {
	}

}
