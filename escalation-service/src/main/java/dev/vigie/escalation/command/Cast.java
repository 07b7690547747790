package dev.vigie.escalation.command;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Conflict;

/**
 * Who has which role in an incident now, and what may become of that. Says what changes
 * and changes nothing.
 */
record Cast(String incident, List<Holding> present) {

	Cast {
		present = List.copyOf(present);
	}

	/**
	 * Gives a role to somebody. One for one person must be free.
	 */
	Turnover give(Role role, String to, @Nullable String subject) {
		if (holds(role, to, subject)) {
			return Turnover.NONE;
		}
		if (role.isForOne() && !of(role).isEmpty()) {
			throw conflict("role-held", role, List.of("hand-over", "relieve"));
		}
		return new Turnover(List.of(), List.of(Holding.beginning(role, to, subject)));
	}

	/**
	 * Whoever has the role gives it to another.
	 * @param subject what an expert hands over, null for all they have
	 */
	Turnover handOver(Role role, String from, String to, @Nullable String subject) {
		List<Holding> theirs = of(role, from, subject);
		if (theirs.isEmpty()) {
			if (of(role, to, subject).stream().anyMatch((holding) -> holding.givenBy().equals(from))) {
				return Turnover.NONE; // it was handed over before
			}
			throw conflict("role-not-held", role, role.isForOne() ? legal(role) : List.of("take"));
		}
		if (from.equals(to)) {
			return Turnover.NONE;
		}
		return new Turnover(theirs,
				theirs.stream()
					.filter((holding) -> !holds(role, to, holding.subject()))
					.map((holding) -> Holding.beginning(role, to, holding.subject()))
					.toList());
	}

	/**
	 * Takes the role from somebody. Who relieves another of a role for one person has it
	 * from then on; who relieves themselves steps down.
	 * @param subject what an expert is relieved of, null for all they have
	 */
	Turnover relieve(Role role, String person, String by, @Nullable String subject) {
		List<Holding> theirs = of(role, person, subject);
		boolean follows = role.isForOne() && !person.equals(by);
		if (!theirs.isEmpty()) {
			return new Turnover(theirs, follows ? List.of(Holding.beginning(role, by, null)) : List.of());
		}
		if (follows && !holds(role, by, null)) {
			throw conflict("role-not-held", role, legal(role));
		}
		return Turnover.NONE;
	}

	private List<String> legal(Role role) {
		return of(role).isEmpty() ? List.of("take", "assign") : List.of("relieve");
	}

	private boolean holds(Role role, String person, @Nullable String subject) {
		return this.present.stream().anyMatch((holding) -> holding.isOf(role, person) && holding.isAbout(subject));
	}

	private List<Holding> of(Role role) {
		return this.present.stream().filter((holding) -> holding.role() == role).toList();
	}

	private List<Holding> of(Role role, String person, @Nullable String subject) {
		return this.present.stream()
			.filter((holding) -> holding.isOf(role, person) && (subject == null || holding.isAbout(subject)))
			.toList();
	}

	private Conflict conflict(String slug, Role role, List<String> legal) {
		List<String> holders = of(role).stream().map(Holding::person).distinct().toList();
		String who = holders.isEmpty() ? "nobody" : String.join(", ", holders);
		return new Conflict(slug, "The role of %s of %s is held by %s".formatted(role.word(), this.incident, who),
				Map.of("holders", holders, "legal", legal));
	}

}
