package dev.vigie.oncall.calendar;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.Subscription.About;
import dev.vigie.oncall.person.PersonalData;

/**
 * The addresses at which a person's shifts are read, and those they made. The first are
 * taken back when the person is erased; nobody counts them.
 */
@Component
class SubscriptionTraces implements PersonalData {

	private final SubscriptionTable subscriptions;

	private final JdbcClient jdbc;

	SubscriptionTraces(SubscriptionTable subscriptions, JdbcClient jdbc) {
		this.subscriptions = subscriptions;
		this.jdbc = jdbc;
	}

	@Override
	public String part() {
		return "calendarSubscriptions";
	}

	@Override
	public List<?> export(String person) {
		return this.subscriptions.list(About.PERSON, person, null, Integer.MAX_VALUE);
	}

	@Override
	public void rename(String person, String pseudonym) {
		this.subscriptions.deleteAbout(About.PERSON, person);
		this.jdbc.sql("update calendar_subscription set created_by = :pseudonym where created_by = :person")
			.param("pseudonym", pseudonym)
			.param("person", person)
			.update();
		// Titles hold names: the next reader is told them anew, with the one that is
		// left.
		this.jdbc.sql("""
				update calendar_export set summary = '' from calendar_subscription as subscription
				where subscription.id = calendar_export.subscription and about <> 'person'
				""").update();
	}

}
