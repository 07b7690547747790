package dev.vigie.escalation.update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.update.Drafting.Draft;
import dev.vigie.escalation.update.UpdateTable.Told;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * What people do with updates.
 */
@Component
@Transactional
class UpdatePosting {

	private static final Logger log = LoggerFactory.getLogger(UpdatePosting.class);

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofDays(7);

	private final KnownIncidents incidents;

	private final Drafting drafting;

	private final Publishing publishing;

	private final InstantSource clock;

	UpdatePosting(KnownIncidents incidents, Drafting drafting, Publishing publishing, InstantSource clock) {
		this.incidents = incidents;
		this.drafting = drafting;
		this.publishing = publishing;
		this.clock = clock;
	}

	/**
	 * Posts an update, once for the id.
	 */
	Posted post(String number, UUID id, Wish wish) {
		IncidentFacts incident = this.incidents.lock(number);
		Optional<Told> before = this.drafting.posted(id);
		if (before.isPresent()) {
			return new Posted(before.get(), false);
		}
		Told told = this.publishing.publish(incident, draft(incident, id, wish));
		log.info("Update {} of {} is {}, the next by {}", id, incident.name(), told.update().status(),
				told.update().nextAt());
		return new Posted(told, true);
	}

	/**
	 * What would be told, and to whom.
	 */
	@Transactional(readOnly = true)
	Preview preview(String number, Wish wish) {
		IncidentFacts incident = this.incidents.get(number);
		return new Preview(draft(incident, UUID.randomUUID(), wish).told(), this.publishing.audience(incident));
	}

	/**
	 * Those before a position, the latest first.
	 */
	@Transactional(readOnly = true)
	List<Told> before(String number, long position, int most) {
		return this.drafting.before(this.incidents.get(number).id(), position, most);
	}

	private Draft draft(IncidentFacts incident, UUID id, Wish wish) {
		// As exact as the database keeps it.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.drafting.draft(incident, new Update(id, wish.status(), wish.message(), wish.by(), now,
				nextAt(incident, wish, now), wish.template()));
	}

	private static @Nullable Instant nextAt(IncidentFacts incident, Wish wish, Instant now) {
		if (wish.nextIn() == null) {
			return null;
		}
		if (!incident.open() || wish.status() == UpdateStatus.RESOLVED) {
			throw new Invalid("nextIn", "cannot be promised of what is over");
		}
		Duration within = wish.nextIn().length();
		if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
			throw new Invalid("nextIn", "must be from 1m to 7d");
		}
		return now.plus(within);
	}

	/**
	 * An update as somebody wants it.
	 */
	record Wish(UpdateStatus status, String message, @Nullable Delay nextIn, @Nullable String template, String by) {
	}

	/**
	 * An update, and whether it is a new one.
	 */
	record Posted(Told told, boolean isNew) {
	}

	/**
	 * An update that nobody was told.
	 */
	record Preview(Told told, List<String> to) {

		Preview {
			to = List.copyOf(to);
		}

	}

}
