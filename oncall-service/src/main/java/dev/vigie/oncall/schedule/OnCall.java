package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.NotFound;

/**
 * Who is on call, in the schedules as they are stored.
 */
@Component
@Transactional(readOnly = true)
public class OnCall {

	private final Schedules schedules;

	OnCall(Schedules schedules) {
		this.schedules = schedules;
	}

	/**
	 * Every schedule with the shifts that touch the window.
	 */
	public List<Plan> plans(Window window) {
		return this.schedules.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map(Schedule::document)
			.map((schedule) -> plan(schedule, window))
			.toList();
	}

	/**
	 * The shifts of the schedule that touch the window.
	 */
	List<Shift> shifts(String schedule, Window window) {
		return ShiftCalculator.shifts(spec(schedule), window.from(), window.to());
	}

	/**
	 * The shifts of the schedule that hold the instant; none in a gap.
	 */
	List<Shift> at(String schedule, Instant at) {
		return ShiftCalculator.onCall(spec(schedule), at);
	}

	private ScheduleSpec spec(String schedule) {
		return this.schedules.findByName(schedule)
			.orElseThrow(() -> new NotFound("There is no Schedule named " + schedule))
			.document()
			.spec();
	}

	private static Plan plan(Document<ScheduleSpec> schedule, Window window) {
		return new Plan(schedule.name(), schedule.spec().timeZone(),
				ShiftCalculator.shifts(schedule.spec(), window.from(), window.to()));
	}

	/**
	 * A schedule and what it comes to.
	 *
	 * @param name its name
	 * @param timeZone where its wall clock hangs
	 * @param shifts whose turn it is, in order
	 */
	public record Plan(String name, String timeZone, List<Shift> shifts) {

		public Plan {
			shifts = List.copyOf(shifts);
		}

	}

}
