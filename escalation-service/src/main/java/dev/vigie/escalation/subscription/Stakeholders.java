package dev.vigie.escalation.subscription;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.notice.Notices;
import dev.vigie.escalation.notice.Words;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.escalation.subscription.SubscriberTable.Subscriber;

/**
 * Tells those who follow an incident, each once for an event and in their own language.
 */
@Component
@EnableConfigurationProperties(SubscriptionProperties.class)
public class Stakeholders {

	private static final Logger log = LoggerFactory.getLogger(Stakeholders.class);

	private final Subscriptions subscriptions;

	private final SubscriberTable subscribers;

	private final Roster roster;

	private final Post post;

	Stakeholders(Subscriptions subscriptions, SubscriberTable subscribers, Roster roster, Post post) {
		this.subscriptions = subscriptions;
		this.subscribers = subscribers;
		this.roster = roster;
		this.post = post;
	}

	/**
	 * Queues a message for each of them in the caller's transaction.
	 * @param event what it tells of, and nothing else does
	 */
	public void tell(IncidentFacts incident, Occasion occasion, UUID event, Letter letter) {
		RosterView people = this.roster.stored();
		List<Stakeholder> audience = audience(incident, occasion);
		audience.forEach((who) -> this.post.send(who, event, letter, people));
		if (!audience.isEmpty()) {
			log.info("{} of {} is told to {}", occasion, incident.name(), audience);
		}
	}

	/**
	 * Who would be told now, as people read it.
	 */
	public List<String> names(IncidentFacts incident, Occasion occasion) {
		return audience(incident, occasion).stream().map(Stakeholder::toString).toList();
	}

	// Of a private incident only people hear who may know of it; what a channel says,
	// anybody reads.
	private List<Stakeholder> audience(IncidentFacts incident, Occasion occasion) {
		Stream<Stakeholder> named = this.subscribers.of(incident.id()).stream().map(Subscriber::who);
		return Stream.concat(named, this.subscriptions.of(incident, occasion).stream())
			.filter((who) -> incident.visibility().allows(who.person()))
			.distinct()
			.toList();
	}

	/**
	 * What is told, in the language and the time of who reads it.
	 */
	@FunctionalInterface
	public interface Letter {

		Words words(Locale language, ZoneId zone);

	}

	/**
	 * Where a message goes.
	 */
	@Component
	static class Post {

		private final Notices notices;

		private final Locale language;

		Post(Notices notices, SubscriptionProperties properties) {
			this.notices = notices;
			this.language = properties.language();
		}

		void send(Stakeholder who, UUID event, Letter letter, RosterView people) {
			UUID id = UUID.nameUUIDFromBytes((event + " " + who).getBytes(StandardCharsets.UTF_8));
			if (who.channel() != null) {
				this.notices.post(id, who.channel(), letter.words(this.language, ZoneOffset.UTC));
			}
			if (who.person() != null) {
				people.person(who.person())
					.ifPresent((reader) -> this.notices.mail(id, reader.mailboxes(),
							letter.words(reader.language(), reader.zone())));
			}
		}

	}

}
