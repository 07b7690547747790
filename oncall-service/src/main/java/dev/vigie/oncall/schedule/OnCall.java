package dev.vigie.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.span.Span;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.NotFound;

/**
 * Who is on call, in the schedules as they are stored.
 */
@Component
@Transactional(readOnly = true)
public class OnCall {

	private static final List<Duration> NEXT = List.of(Duration.ofDays(8), Duration.ofDays(48), Duration.ofDays(288));

	private final Schedules schedules;

	private final Plans plans;

	OnCall(Schedules schedules, Plans plans) {
		this.schedules = schedules;
		this.plans = plans;
	}

	/**
	 * Whether there is a schedule of that name.
	 */
	public boolean knows(String schedule) {
		return this.schedules.existsByName(schedule);
	}

	/**
	 * Refuses a schedule that is not there.
	 */
	public void check(String schedule) {
		if (!knows(schedule)) {
			throw unknown(schedule);
		}
	}

	/**
	 * Every schedule with the shifts that meet the span, whole.
	 */
	public List<Rota> rotas(Span span) {
		Map<String, Plan> plans = this.plans.all(span);
		return this.schedules.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map(Schedule::document)
			.map((schedule) -> rota(schedule, plans.get(schedule.name()), span))
			.toList();
	}

	/**
	 * The shifts of the schedule that meet the span, whole, in order.
	 */
	public List<Shift> shifts(String schedule, Span span) {
		return plan(schedule, span).shifts(span);
	}

	/**
	 * The shifts of the schedule cut to the span, in order; for counting hours.
	 */
	public List<Shift> cut(String schedule, Span span) {
		return plan(schedule, span).cut(span);
	}

	/**
	 * The same as it would be without an amendment and all that lies over it.
	 */
	public List<Shift> cutBelow(UUID amendment, String schedule, Span span) {
		return plan(schedule, span).below(amendment).cut(span);
	}

	/**
	 * The shifts of the schedule that hold the instant; none in a gap.
	 */
	public List<Shift> at(String schedule, Instant at) {
		return plan(schedule, new Span(at, at.plusNanos(1))).at(at);
	}

	/**
	 * Who is on call at the instant, and whose shifts begin next after it in each role;
	 * of those within 288 days.
	 */
	public Moment moment(String schedule, Instant at) {
		Plan plan = plan(schedule, new Span(at, at.plus(NEXT.getFirst())));
		return new Moment(plan.at(at), next(plan, at));
	}

	// Most begin within days; further away is looked only for those that do not.
	private static List<Shift> next(Plan plan, Instant at) {
		int roles = plan.roles(at).size();
		List<Shift> next = List.of();
		for (int i = 0; i < NEXT.size() && next.stream().map(Shift::role).distinct().count() < roles; i++) {
			next = plan.next(at, at.plus(NEXT.get(i)));
		}
		return next;
	}

	/**
	 * Those among whom the turns of a shift go round: of its layer; of all of its role
	 * where no layer gave it, or nobody else takes turns there.
	 */
	public Set<String> colleagues(String schedule, Shift shift) {
		Plan plan = plan(schedule, shift.span());
		Set<String> ofLayer = plan.people(shift.role(), shift.layer(), shift.start());
		return (ofLayer.size() > 1) ? ofLayer : plan.people(shift.role(), null, shift.start());
	}

	/**
	 * When nobody is on call in a role that the schedule has, in order.
	 */
	public List<Gap> gaps(String schedule, Span span) {
		Plan plan = plan(schedule, span);
		return Gap.between(plan.cut(span), plan.roles(span.end()), span);
	}

	/**
	 * The names of the schedules that a team looks after, in order.
	 */
	public List<String> schedulesOf(String team) {
		return this.schedules.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map(Schedule::document)
			.filter((schedule) -> team.equals(schedule.spec().team()))
			.map(Document::name)
			.toList();
	}

	/**
	 * The names of all schedules, in order.
	 */
	public List<String> schedules() {
		return this.schedules.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map((schedule) -> schedule.document().name())
			.toList();
	}

	/**
	 * What hours of the schedule are counted by, as it is now.
	 */
	public Setting setting(String schedule) {
		return this.plans.setting(find(schedule).document().spec());
	}

	/**
	 * What an edit made now would change in a span, and the gaps it would leave there.
	 */
	Preview preview(String schedule, ScheduleSpec spec, Instant now, Span span) {
		List<Shift> before = this.plans.one(schedule, span).cut(span);
		Plan next = this.plans.with(schedule, spec, now, span);
		List<Shift> after = next.cut(span);
		return new Preview(Difference.between(before, after, span), Gap.between(after, next.roles(span.end()), span));
	}

	/**
	 * What schedules would come to if they said this from now on; some may not be there
	 * yet.
	 */
	List<Rota> drafted(Map<String, ScheduleSpec> drafts, Instant now, Span span) {
		return drafts.entrySet().stream().map((draft) -> {
			ScheduleSpec spec = draft.getValue();
			return new Rota(draft.getKey(), spec.timeZone(), spec.team(), spec.handOver(),
					this.plans.with(draft.getKey(), spec, now, span).shifts(span));
		}).toList();
	}

	private Plan plan(String schedule, Span span) {
		check(schedule);
		return this.plans.one(schedule, span);
	}

	private Schedule find(String schedule) {
		return this.schedules.findByName(schedule).orElseThrow(() -> unknown(schedule));
	}

	private static NotFound unknown(String schedule) {
		return new NotFound("There is no Schedule named " + schedule);
	}

	private static Rota rota(Document<ScheduleSpec> schedule, @Nullable Plan plan, Span span) {
		ScheduleSpec spec = schedule.spec();
		return new Rota(schedule.name(), spec.timeZone(), spec.team(), spec.handOver(),
				(plan != null) ? plan.shifts(span) : List.of());
	}

	/**
	 * A schedule and what it comes to.
	 *
	 * @param schedule its name
	 * @param timeZone where its wall clock hangs
	 * @param team who looks after what it is on call for
	 * @param handOver what is asked of who comes on call
	 * @param shifts whose turn it is, in order
	 */
	public record Rota(String schedule, String timeZone, @Nullable String team, @Nullable HandOver handOver,
			List<Shift> shifts) {

		public Rota {
			shifts = List.copyOf(shifts);
		}

	}

	/**
	 * What an edit comes to.
	 *
	 * @param changes who is on call instead of whom
	 * @param gaps when nobody is
	 */
	record Preview(List<Difference> changes, List<Gap> gaps) {
	}

	/**
	 * Who is on call, and who comes next.
	 */
	public record Moment(List<Shift> shifts, List<Shift> next) {

		public Moment {
			shifts = List.copyOf(shifts);
			next = List.copyOf(next);
		}

		/**
		 * The same in one role.
		 * @param role null for all
		 */
		public Moment in(@Nullable Role role) {
			return new Moment(Role.only(role, this.shifts, Shift::role), Role.only(role, this.next, Shift::role));
		}

	}

}
