package dev.vigie.escalation.update;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.command.Role;
import dev.vigie.escalation.command.Roles;
import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.update.UpdateTable.Told;
import dev.vigie.shared.access.AccessProperties;

/**
 * Puts updates into words.
 */
@Component
class Drafting {

	private static final int MOST_EARLIER = 20;

	private final UpdateTemplates templates;

	private final UpdateTable updates;

	private final Roles roles;

	private final String home;

	Drafting(UpdateTemplates templates, UpdateTable updates, Roles roles, AccessProperties access) {
		this.templates = templates;
		this.updates = updates;
		this.roles = roles;
		this.home = access.issuer();
	}

	Draft draft(IncidentFacts incident, Update update) {
		UpdateTemplateSpec template = this.templates.choose(update.template(), update.status());
		List<Update> earlier = this.updates.before(incident.id(), Long.MAX_VALUE, MOST_EARLIER)
			.reversed()
			.stream()
			.map(Told::update)
			.toList();
		String engineer = this.roles.holder(incident.id(), Role.COMMANDER).orElse(incident.acknowledgedBy());
		return new Draft(template,
				new Filling(incident, update, earlier, engineer, this.home + "/incidents/" + incident.number()));
	}

	Optional<Told> posted(UUID id) {
		return this.updates.find(id);
	}

	/**
	 * Those before a position, the latest first.
	 */
	List<Told> before(UUID incidentId, long position, int most) {
		return this.updates.before(incidentId, position, most);
	}

	/**
	 * An update that can be put into the words of any reader.
	 */
	record Draft(UpdateTemplateSpec template, Filling filling) {

		Filling.Rendered in(Locale language, ZoneId zone) {
			return this.filling.in(this.template, language, zone);
		}

		Told told() {
			return new Told(0, this.filling.update(), in(Locale.ENGLISH, ZoneOffset.UTC),
					in(Locale.FRENCH, ZoneOffset.UTC));
		}

	}

}
