package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.Ledger.Shown;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.OnCall.Rota;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.team.TeamDirectory;
import dev.vigie.oncall.team.TeamSpec;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.Invalid;

/**
 * The shifts that a subscription shows: a month back and a year ahead.
 */
@Component
class SubscribedShifts {

	static final Duration BACK = Duration.ofDays(30);

	private static final Duration AHEAD = Duration.ofDays(366);

	private final OnCall onCall;

	private final PersonDirectory people;

	private final TeamDirectory teams;

	SubscribedShifts(OnCall onCall, PersonDirectory people, TeamDirectory teams) {
		this.onCall = onCall;
		this.people = people;
		this.teams = teams;
	}

	/**
	 * The shifts as calendars show them, by id and in order.
	 */
	Map<UUID, Shown> of(Subscription subscription, Instant now) {
		Map<String, PersonSpec> people = this.people.all()
			.stream()
			.collect(Collectors.toMap(Document::name, Document::spec));
		Map<UUID, Shown> shifts = new LinkedHashMap<>();
		for (Rota rota : this.onCall.rotas(new Span(now.minus(BACK), now.plus(AHEAD)))) {
			rota.shifts()
				.stream()
				.filter(shown(subscription, rota))
				.forEach((shift) -> shifts.merge(shift.id(), show(subscription, rota, shift, people),
						SubscribedShifts::longer));
		}
		return shifts;
	}

	private Predicate<Shift> shown(Subscription subscription, Rota rota) {
		return switch (subscription.about()) {
			case PERSON -> (shift) -> subscription.name().equals(shift.person());
			case SCHEDULE -> (_) -> subscription.name().equals(rota.schedule());
			case TEAM -> {
				Set<String> members = members(subscription.name());
				yield (shift) -> members.contains(shift.person());
			}
		};
	}

	private Set<String> members(String team) {
		return this.teams.all()
			.stream()
			.filter((document) -> document.name().equals(team))
			.flatMap((document) -> document.spec().members().stream())
			.map(TeamSpec.Member::person)
			.collect(Collectors.toSet());
	}

	private Shown show(Subscription subscription, Rota rota, Shift shift, Map<String, PersonSpec> people) {
		PersonSpec person = people.get(shift.person());
		String displayName = (person != null) ? person.displayName() : shift.person();
		PersonSpec reader = (subscription.about() == Subscription.About.PERSON) ? person : null;
		Wording wording = Wording.of((reader != null) ? reader.language() : subscription.language());
		String summary = (subscription.about() == Subscription.About.PERSON) ? wording.own(rota.schedule(), shift)
				: wording.among(rota.schedule(), shift, displayName);
		return new Shown(shift.span(), summary, wording.cause(shift));
	}

	// Somebody on two layers at once begins once.
	private static Shown longer(Shown one, Shown other) {
		return other.span().end().isAfter(one.span().end()) ? other : one;
	}

	/**
	 * The name that the calendar goes by.
	 */
	String title(Subscription subscription) {
		PersonSpec person = (subscription.about() == Subscription.About.PERSON)
				? this.people.named(List.of(subscription.name())).get(subscription.name()) : null;
		return Wording.of((person != null) ? person.language() : subscription.language())
			.calendar((person != null) ? person.displayName() : subscription.name());
	}

	/**
	 * Refuses what is not there.
	 */
	void check(Subscription.About about, String name) {
		boolean exists = switch (about) {
			case PERSON -> this.people.named(List.of(name)).containsKey(name);
			case TEAM -> this.teams.all().stream().anyMatch((team) -> team.name().equals(name));
			case SCHEDULE -> this.onCall.knows(name);
		};
		if (!exists) {
			throw new Invalid("name", "there is no %s %s".formatted(about.kind(), name));
		}
	}

}
