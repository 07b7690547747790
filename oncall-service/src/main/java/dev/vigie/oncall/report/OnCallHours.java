package dev.vigie.oncall.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Setting;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * Counts the hours that are paid: by schedule, month, person and role. Who is on call in
 * two schedules at once has the hours in both.
 */
@Component
class OnCallHours {

	private final OnCall onCall;

	private final PersonDirectory people;

	OnCallHours(OnCall onCall, PersonDirectory people) {
		this.onCall = onCall;
		this.people = people;
	}

	/**
	 * The hours of some months, which begin and end by the clock of each schedule.
	 */
	@Transactional(readOnly = true)
	public List<Row> count(List<String> schedules, YearMonth from, YearMonth to) {
		List<Row> rows = new ArrayList<>();
		for (String schedule : schedules) {
			Setting setting = this.onCall.setting(schedule);
			for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
				Span span = new Span(setting.clock().startOf(month.atDay(1)),
						setting.clock().startOf(month.plusMonths(1).atDay(1)));
				rows.addAll(rows(schedule, month, this.onCall.cut(schedule, span), setting));
			}
		}
		return rows;
	}

	private List<Row> rows(String schedule, YearMonth month, List<Shift> shifts, Setting setting) {
		Map<Who, List<Span>> spans = new HashMap<>();
		shifts.forEach((shift) -> spans.computeIfAbsent(new Who(shift.person(), shift.role()), (_) -> new ArrayList<>())
			.add(shift.span()));
		Map<String, PersonSpec> known = this.people.named(shifts.stream().map(Shift::person).toList());
		return spans.entrySet().stream().map((entry) -> {
			Who who = entry.getKey();
			PersonSpec person = known.get(who.person());
			return new Row(schedule, month, who.person(), (person != null) ? person.displayName() : who.person(),
					who.role(), Load.of(Spans.of(entry.getValue()), setting.clock(), setting.holidays()));
		}).sorted(Comparator.comparing(Row::person).thenComparing(Row::role)).toList();
	}

	private record Who(String person, Role role) {
	}

	/**
	 * The hours of one person in one month of one schedule.
	 */
	record Row(String schedule, YearMonth month, String person, String displayName, Role role, Load load) {
	}

}
