package dev.vigie.escalation.update;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.command.Role;
import dev.vigie.escalation.command.Roles;
import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.Visibility;
import dev.vigie.escalation.notice.Notices;
import dev.vigie.escalation.notice.Phrasebook;
import dev.vigie.escalation.notice.Words;
import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.shared.access.AccessProperties;

/**
 * Writes to whoever is to post the update that was promised.
 */
@Component
class Reminders {

	private final Phrasebook say = new Phrasebook("messages-escalation-updates");

	private final Roles roles;

	private final Roster roster;

	private final Notices notices;

	private final String home;

	Reminders(Roles roles, Roster roster, Notices notices, AccessProperties access) {
		this.roles = roles;
		this.roster = roster;
		this.notices = notices;
		this.home = access.issuer();
	}

	/**
	 * Queues a mail in the caller's transaction, to the first of those who are
	 * responsible that has a mailbox.
	 * @return the name of that person
	 */
	Optional<String> send(IncidentFacts incident, UUID updateId, Promise promise) {
		RosterView people = this.roster.stored();
		Stream<String> responsible = Stream
			.of(this.roles.holder(incident.id(), Role.COMMUNICATIONS), this.roles.holder(incident.id(), Role.COMMANDER),
					Optional.ofNullable(incident.acknowledgedBy()))
			.flatMap(Optional::stream)
			.filter(incident.visibility()::allows);
		// Of a private one those may have lost sight who are responsible.
		Optional<Reachable> reader = Stream
			.concat(responsible, incident.visibility().people().stream().map(Visibility.Named::person))
			.flatMap((name) -> people.person(name).stream())
			.filter((person) -> !person.mailboxes().isEmpty())
			.findFirst();
		UUID id = UUID
			.nameUUIDFromBytes((updateId + " reminder " + promise.reminders()).getBytes(StandardCharsets.UTF_8));
		reader.ifPresent((person) -> this.notices.mail(id, person.mailboxes(), words(incident, promise, person)));
		return reader.map(Reachable::person);
	}

	private Words words(IncidentFacts incident, Promise promise, Reachable reader) {
		String time = Phrasebook.time(promise.at(), reader.language(), reader.zone());
		String text = String.join("\n", this.say.text(reader.language(), "update.overdue", incident.name(), time), "",
				"[%s] %s".formatted(incident.severity(), incident.title()),
				this.home + "/incidents/" + incident.number()) + "\n";
		return new Words(incident.id(),
				this.say.text(reader.language(), "update.overdue.subject", incident.name(), incident.title()), text,
				"{}");
	}

}
