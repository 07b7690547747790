package dev.vigie.oncall.person;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * People leave, and some come back. The past stays as it was: nobody leaves before they
 * are said to.
 */
@Component
@Transactional
class Leaving {

	private static final Logger log = LoggerFactory.getLogger(Leaving.class);

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	private final People people;

	private final DepartureTable departures;

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	Leaving(People people, DepartureTable departures, ApplicationEventPublisher events, InstantSource clock) {
		this.people = people;
		this.departures = departures;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets the person leave. Said again it is harmless; who has not left yet may leave at
	 * another time.
	 */
	Departure deactivate(String name, Notice notice, String by) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		lock(name);
		Optional<Departure> current = this.departures.current(name);
		Instant from = from(notice, current.orElse(null), now);
		checkSuccessor(notice, name);
		Departure departure = current
			.map((known) -> known.as(from, notice.reason(), known.isPast(now) ? known.takesOver() : notice.takesOver()))
			.orElseGet(() -> new Departure(UUID.randomUUID(), name, from, notice.reason(), notice.takesOver(), by, now,
					null));
		if (!current.equals(Optional.of(departure))) {
			this.departures.save(departure, departure.isPast(now) ? now : null);
			tell(name, "deactivated");
			log.info("Person {} leaves at {}, declared by {}", name, from, by);
		}
		return departure;
	}

	/**
	 * Has the person back from now on, or calls their departure off.
	 */
	void reactivate(String name, String by) {
		lock(name);
		this.departures.current(name).ifPresent((departure) -> {
			this.departures.end(departure.id(), this.clock.instant(), by);
			tell(name, "reactivated");
			log.info("Person {} is back, declared by {}", name, by);
		});
	}

	/**
	 * Tells of those whose time to leave has come.
	 */
	void announceDue() {
		List<String> left = this.departures.takeDue(this.clock.instant());
		left.forEach((name) -> tell(name, "left"));
	}

	private void lock(String name) {
		Person person = this.people.lockByName(name)
			.orElseThrow(() -> new NotFound("There is no Person named " + name));
		person.refuseIfErased();
	}

	private static Instant from(Notice notice, @Nullable Departure current, Instant now) {
		Instant from = (notice.from() != null) ? notice.from().truncatedTo(ChronoUnit.MICROS) : null;
		if (current != null && current.isPast(now)) {
			boolean isOther = (from != null && !from.equals(current.leftAt()))
					|| (notice.takesOver() != null && !notice.takesOver().equals(current.takesOver()));
			if (isOther) {
				throw new Conflict("person-left",
						"Person %s has left at %s already".formatted(current.person(), current.leftAt()),
						List.of("reactivate"));
			}
			return current.leftAt();
		}
		if (from != null && from.isBefore(now)) {
			throw new Invalid("from", "must be to come; what is past stays as it was");
		}
		if (from != null && from.isAfter(LATEST)) {
			throw new Invalid("from", "must lie before the year 2200");
		}
		return (from != null) ? from : now;
	}

	private void checkSuccessor(Notice notice, String name) {
		String successor = notice.takesOver();
		if (successor == null) {
			return;
		}
		if (successor.equals(name)) {
			throw new Invalid("takesOver", "must be somebody else");
		}
		Person person = this.people.findByName(successor)
			.orElseThrow(() -> new Invalid("takesOver", "there is no Person " + successor));
		if (person.isErased() || this.departures.current(successor).isPresent()) {
			throw new Invalid("takesOver", "Person " + successor + " leaves too");
		}
	}

	private void tell(String name, String action) {
		this.events.publishEvent(new DocumentChanged(PersonDirectory.KIND, name, action));
	}

	/**
	 * What is said of a departure.
	 */
	record Notice(String reason, @Nullable Instant from, @Nullable String takesOver) {
	}

}
