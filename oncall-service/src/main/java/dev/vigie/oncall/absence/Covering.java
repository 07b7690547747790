package dev.vigie.oncall.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.absence.Clash.Candidate;
import dev.vigie.oncall.absence.Clash.Proposal;
import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.override.Overriding;
import dev.vigie.oncall.override.Wish;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.OnCall.Rota;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;
import dev.vigie.shared.problem.Invalid;

/**
 * Finds the shifts that an absence hits, and puts others on call instead.
 */
@Component
@Transactional
class Covering {

	private static final Logger log = LoggerFactory.getLogger(Covering.class);

	private final Absences absences;

	private final OnCall onCall;

	private final PersonDirectory people;

	private final Overriding overriding;

	private final Amending amending;

	Covering(Absences absences, OnCall onCall, PersonDirectory people, Overriding overriding, Amending amending) {
		this.absences = absences;
		this.onCall = onCall;
		this.people = people;
		this.overriding = overriding;
		this.amending = amending;
	}

	/**
	 * The shifts that an absence hits from an instant on, with who could take them.
	 */
	@Transactional(readOnly = true)
	List<Proposal> proposals(Absence absence, Instant now) {
		List<Clash> clashes = toCome(absence, now).map((span) -> clashes(absence.person(), span)).orElse(List.of());
		return clashes.stream()
			.map(Clash::span)
			.reduce(Span::around)
			.map(Covering::wide)
			.map((wide) -> cover(wide).proposals(clashes))
			.orElse(List.of());
	}

	private static Optional<Span> toCome(Absence absence, Instant now) {
		Span span = absence.span();
		return Span.between(span.start().isBefore(now) ? now : span.start(), span.end());
	}

	private static Span wide(Span span) {
		return new Span(span.start().minus(Cover.AROUND), span.end().plus(Cover.AROUND));
	}

	private List<Clash> clashes(String person, Span span) {
		List<Clash> clashes = new ArrayList<>();
		for (Rota rota : this.onCall.rotas(span)) {
			for (Shift shift : rota.shifts()) {
				if (shift.person().equals(person)) {
					shift.span()
						.and(span)
						.ifPresent((part) -> clashes.add(new Clash(rota.schedule(), shift, part,
								this.onCall.colleagues(rota.schedule(), shift))));
				}
			}
		}
		return clashes;
	}

	private Cover cover(Span wide) {
		Map<String, Spans> away = new HashMap<>(this.absences.away(wide));
		this.people.left()
			.forEach((person, left) -> Span.between(left, wide.end())
				.ifPresent((gone) -> away.merge(person, Spans.of(gone), Spans::or)));
		Map<String, List<Span>> busy = new HashMap<>();
		for (Rota rota : this.onCall.rotas(wide)) {
			for (Shift shift : rota.shifts()) {
				// Who only looks on can do more.
				if (shift.role() != Role.SHADOW) {
					busy.computeIfAbsent(shift.person(), (_) -> new ArrayList<>()).add(shift.span());
				}
			}
		}
		return new Cover(away, busy);
	}

	/**
	 * Makes the overrides that were proposed.
	 */
	Covered cover(UUID id, Choice choice, String author) {
		Instant now = this.amending.begin();
		Absence absence = this.absences.find(id);
		if (choice.schedule() != null) {
			this.amending.checkSchedule("schedule", choice.schedule());
		}
		List<Made> made = new ArrayList<>();
		List<Proposal> open = new ArrayList<>();
		for (Proposal proposal : proposals(absence, now)) {
			String person = choice.holds(proposal.clash()) ? person(proposal, choice) : null;
			if (person != null && made.stream().noneMatch((other) -> other.isBusy(person, proposal.clash().span()))) {
				made.add(make(absence, proposal.clash(), person, author));
			}
			else {
				open.add(proposal);
			}
		}
		if (choice.shift() != null && made.isEmpty()) {
			throw new Invalid("shift", "is not one that could be covered");
		}
		return new Covered(made, open);
	}

	private static @Nullable String person(Proposal proposal, Choice choice) {
		String wanted = choice.person();
		if (wanted != null && proposal.candidates().stream().noneMatch((one) -> one.person().equals(wanted))) {
			throw new Invalid("person", "%s is away or on call then, or does not take turns in it".formatted(wanted));
		}
		return (wanted != null) ? wanted
				: proposal.candidates().stream().findFirst().map(Candidate::person).orElse(null);
	}

	private Made make(Absence absence, Clash clash, String person, String author) {
		Wish wish = new Wish(clash.schedule(), person, clash.shift().role(), clash.span(), absence.person(),
				"absence of " + absence.person());
		// A repeated command finds nothing left to cover, so the id need not say so.
		UUID override = UUID.randomUUID();
		this.overriding.make(override, wish, author);
		log.info("Absence {}: {} stands in for {} in {}", absence.id(), person, absence.person(), clash.schedule());
		return new Made(override, wish);
	}

	/**
	 * Which clashes to cover, and by whom; null for all, and by whoever was proposed
	 * first.
	 */
	record Choice(@Nullable String schedule, @Nullable UUID shift, @Nullable String person) {

		boolean holds(Clash clash) {
			return (this.schedule == null || this.schedule.equals(clash.schedule()))
					&& (this.shift == null || this.shift.equals(clash.shift().id()));
		}

	}

	/**
	 * What came of it.
	 *
	 * @param made the overrides that were made
	 * @param open what nobody stands in for
	 */
	record Covered(List<Made> made, List<Proposal> open) {
	}

	/**
	 * An override that was made.
	 */
	record Made(UUID override, Wish wish) {

		boolean isBusy(String person, Span span) {
			return this.wish.person().equals(person) && this.wish.span().meets(span);
		}

	}

}
