package dev.vigie.oncall.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Setting;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * How good a schedule is for a span, as to its primary role.
 *
 * @param score from 0 to 100: the mean of coverage and balance
 * @param coverage how much of the span somebody is on call in, in percent; what two cover
 * counts once
 * @param balance how alike the hours of all on the roster are, in percent: the mean, over
 * all pairs, of the smaller by the larger
 * @param people what each has, those with nothing included; the most loaded first
 */
record Quality(int score, int coverage, int balance, List<PersonQuality> people) {

	private static final double OVERLOADED = 1.1;

	Quality {
		people = List.copyOf(people);
	}

	/**
	 * Judges.
	 * @param shifts cut to the span
	 */
	static Quality of(List<Shift> shifts, Setting setting, Span span) {
		Map<String, List<Span>> spans = new TreeMap<>();
		setting.people().forEach((person) -> spans.put(person, new ArrayList<>()));
		List<Span> covered = new ArrayList<>();
		shifts.stream().filter((shift) -> shift.role() == Role.PRIMARY).forEach((shift) -> {
			spans.computeIfAbsent(shift.person(), (_) -> new ArrayList<>()).add(shift.span());
			covered.add(shift.span());
		});
		double coverage = (double) Spans.of(covered).length().toSeconds() / span.length().toSeconds();
		Map<String, Spans> merged = new TreeMap<>();
		spans.forEach((person, some) -> merged.put(person, Spans.of(some)));
		double balance = balance(merged.values().stream().map(Spans::length).toList());
		return new Quality(percent((coverage + balance) / 2), percent(coverage), percent(balance),
				people(merged, setting));
	}

	private static List<PersonQuality> people(Map<String, Spans> merged, Setting setting) {
		double mean = merged.values().stream().mapToLong((spans) -> spans.length().toSeconds()).average().orElse(0);
		return merged.entrySet()
			.stream()
			.map((entry) -> PersonQuality.of(entry.getKey(), entry.getValue(), mean, setting))
			.sorted(Comparator.comparing((PersonQuality person) -> person.load().total()).reversed())
			.toList();
	}

	private static double balance(List<Duration> hours) {
		double sum = 0;
		int pairs = 0;
		for (int i = 0; i < hours.size(); i++) {
			for (int j = i + 1; j < hours.size(); j++) {
				double a = hours.get(i).toSeconds();
				double b = hours.get(j).toSeconds();
				sum += (a == b) ? 1 : Math.min(a, b) / Math.max(a, b);
				pairs++;
			}
		}
		return (pairs == 0) ? 1 : sum / pairs;
	}

	private static int percent(double share) {
		return (int) Math.round(share * 100);
	}

	/**
	 * What the schedule asks of one person.
	 *
	 * @param overloaded whether they have more than a tenth more than the mean
	 * @param longestStretch the longest time on call without a pause
	 * @param shortestRest the shortest pause between two stretches, null if there is none
	 */
	record PersonQuality(String person, Load load, boolean overloaded, Duration longestStretch,
			@Nullable Duration shortestRest) {

		private static PersonQuality of(String person, Spans spans, double mean, Setting setting) {
			List<Span> list = spans.list();
			Duration longest = list.stream().map(Span::length).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
			Duration rest = null;
			for (int i = 1; i < list.size(); i++) {
				Duration pause = Duration.between(list.get(i - 1).end(), list.get(i).start());
				rest = (rest == null || pause.compareTo(rest) < 0) ? pause : rest;
			}
			return new PersonQuality(person, Load.of(spans, setting.clock(), setting.holidays()),
					spans.length().toSeconds() > mean * OVERLOADED, longest, rest);
		}

	}

}
