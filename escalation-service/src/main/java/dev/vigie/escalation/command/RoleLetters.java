package dev.vigie.escalation.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.notice.Notices;
import dev.vigie.escalation.notice.Phrasebook;
import dev.vigie.escalation.notice.Words;
import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.shared.access.AccessProperties;

/**
 * Tells those to whom others gave a role, or from whom others took it, in their language.
 */
@Component
class RoleLetters {

	private static final Logger log = LoggerFactory.getLogger(RoleLetters.class);

	private final Phrasebook say = new Phrasebook("messages-escalation-roles");

	private final Notices notices;

	private final Roster roster;

	private final String home;

	RoleLetters(Notices notices, Roster roster, AccessProperties access) {
		this.notices = notices;
		this.roster = roster;
		this.home = access.issuer();
	}

	/**
	 * In the caller's transaction. Who did it themselves knows.
	 */
	void tell(IncidentFacts incident, Turnover turnover, String by, @Nullable String brief) {
		RosterView people = this.roster.stored();
		turnover.begun().forEach((holding) -> tell(incident, holding, new News("given", by, brief), people));
		turnover.ended()
			.stream()
			.filter((holding) -> incident.visibility().allows(holding.person()))
			.forEach((holding) -> tell(incident, holding, new News("relieved", by, brief), people));
	}

	private void tell(IncidentFacts incident, Holding holding, News news, RosterView people) {
		if (holding.person().equals(news.by())) {
			return;
		}
		String by = people.person(news.by()).map(Reachable::displayName).orElse(news.by());
		UUID id = UUID.nameUUIDFromBytes((holding.id() + news.what()).getBytes(StandardCharsets.UTF_8));
		boolean sent = people.person(holding.person())
			.map((reader) -> this.notices.mail(id, reader.mailboxes(), words(incident, holding, news.by(by), reader)))
			.orElse(false);
		if (!sent) {
			log.warn("{} has no mailbox to be told of the role of {} of {}", holding.person(), holding.role(),
					incident.name());
		}
	}

	private Words words(IncidentFacts incident, Holding holding, News news, Reachable reader) {
		String role = this.say.text(reader.language(), "role." + holding.role().word());
		List<String> lines = new ArrayList<>();
		lines.add(this.say.text(reader.language(), "role." + news.what(), news.by(), role, incident.name()));
		if (holding.subject() != null) {
			lines.add(this.say.text(reader.language(), "role.subject", holding.subject()));
		}
		if (news.brief() != null) {
			lines.add("");
			news.brief().lines().forEach(lines::add);
		}
		lines.add("");
		lines.add("[%s] %s".formatted(incident.severity(), incident.title()));
		lines.add(this.home + "/incidents/" + incident.number());
		String subject = this.say.text(reader.language(), "role." + news.what() + ".subject", role, incident.name(),
				incident.title());
		return new Words(incident.id(), subject, String.join("\n", lines) + "\n", "{}");
	}

	/**
	 * What happened to a holding.
	 *
	 * @param what the phrase that tells it
	 */
	private record News(String what, String by, @Nullable String brief) {

		News by(String displayName) {
			return new News(this.what, displayName, this.brief);
		}

	}

}
