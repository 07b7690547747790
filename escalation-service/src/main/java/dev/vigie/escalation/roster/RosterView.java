package dev.vigie.escalation.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.roster.OnCallClient.MemberAnswer;
import dev.vigie.escalation.roster.OnCallClient.PersonAnswer;
import dev.vigie.escalation.roster.OnCallClient.RosterAnswer;
import dev.vigie.escalation.roster.OnCallClient.ScheduleAnswer;
import dev.vigie.escalation.roster.OnCallClient.ShiftAnswer;
import dev.vigie.escalation.roster.OnCallClient.TeamAnswer;

/**
 * The roster as it was at one moment; it answers without asking anybody.
 */
public final class RosterView {

	private static final String NEXT = "next";

	private final RosterAnswer answer;

	private final @Nullable Instant takenAt;

	private final boolean asked;

	RosterView(RosterAnswer answer, @Nullable Instant takenAt, boolean asked) {
		this.answer = answer;
		this.takenAt = takenAt;
		this.asked = asked;
	}

	/**
	 * When oncall-service said so; empty when it never said anything.
	 */
	public Optional<Instant> takenAt() {
		return Optional.ofNullable(this.takenAt);
	}

	/**
	 * Whether oncall-service could be asked just now, or this is what it said before.
	 */
	public boolean fresh() {
		return this.asked;
	}

	RosterView with(List<ScheduleAnswer> drafts) {
		return new RosterView(this.answer.with(drafts), this.takenAt, this.asked);
	}

	RosterView notAsked() {
		return new RosterView(this.answer, this.takenAt, false);
	}

	/**
	 * From when on the turns are known; empty when none ever were.
	 */
	public Optional<Instant> knownFrom() {
		return takenAt().map((at) -> at.minus(Roster.BEHIND));
	}

	/**
	 * To when the turns are known; empty when none ever were.
	 */
	public Optional<Instant> knownUntil() {
		return takenAt().map((at) -> at.plus(Roster.AHEAD));
	}

	/**
	 * All schedules and whose turn it is in them.
	 */
	public List<Rota> rotas() {
		return this.answer.schedules().stream().map(RosterView::rota).toList();
	}

	public Optional<Reachable> person(String name) {
		return this.answer.people()
			.stream()
			.filter((person) -> person.name().equals(name))
			.findFirst()
			.map(RosterView::reachable);
	}

	/**
	 * Who is on call in a schedule; nobody in a gap, and when the roster does not know
	 * the schedule.
	 * @param role as oncall-service names it, or {@code next} for those whose turn as
	 * primary begins next
	 */
	public List<Reachable> onCall(String schedule, String role, Instant at) {
		List<ShiftAnswer> shifts = this.answer.schedules()
			.stream()
			.filter((known) -> known.name().equals(schedule))
			.flatMap((known) -> known.shifts().stream())
			.toList();
		return people((role.equals(NEXT) ? next(shifts, at)
				: shifts.stream().filter((shift) -> shift.has(role) && shift.covers(at)))
			.map(ShiftAnswer::person));
	}

	private static Stream<ShiftAnswer> next(List<ShiftAnswer> shifts, Instant at) {
		List<ShiftAnswer> later = shifts.stream()
			.filter((shift) -> shift.has(ShiftAnswer.PRIMARY) && shift.start().isAfter(at))
			.toList();
		Optional<Instant> first = later.stream().map(ShiftAnswer::start).min(Comparator.naturalOrder());
		return later.stream().filter((shift) -> first.filter(shift.start()::equals).isPresent());
	}

	/**
	 * The members of a team, or those who hold the position.
	 */
	public List<Reachable> team(String name, @Nullable String position) {
		return people(find(name).stream()
			.flatMap((team) -> team.members().stream())
			.filter((member) -> position == null || position.equals(member.position()))
			.map(MemberAnswer::person));
	}

	boolean knowsTeam(String name) {
		return find(name).isPresent();
	}

	/**
	 * Who is told when nobody else in the team can be.
	 */
	public Optional<Reachable> fallback(@Nullable String team) {
		return Optional.ofNullable(team).flatMap(this::find).map(TeamAnswer::fallback).flatMap(this::person);
	}

	private Optional<TeamAnswer> find(String name) {
		return this.answer.teams().stream().filter((team) -> team.name().equals(name)).findFirst();
	}

	private List<Reachable> people(Stream<String> names) {
		return names.distinct().flatMap((name) -> person(name).stream()).toList();
	}

	private static Rota rota(ScheduleAnswer schedule) {
		return new Rota(schedule.name(), schedule.team(),
				(schedule.handOver() != null) ? schedule.handOver().takeOverWithin().length() : null,
				schedule.shifts()
					.stream()
					.map((shift) -> new Rota.Turn(shift.person(), (shift.role() != null) ? shift.role() : "primary",
							shift.start(), shift.end()))
					.toList());
	}

	private static ZoneId zone(@Nullable String name) {
		return (name != null && ZoneId.getAvailableZoneIds().contains(name)) ? ZoneId.of(name) : ZoneId.of("UTC");
	}

	private static Reachable reachable(PersonAnswer person) {
		return new Reachable(person.name(), person.displayName(),
				"fr".equals(person.language()) ? Locale.FRENCH : Locale.ENGLISH, zone(person.timeZone()),
				person.contactMethods()
					.stream()
					.map((method) -> new Reachable.ContactMethod(method.name(), method.type(), method.address()))
					.toList(),
				Habits.of(person));
	}

}
