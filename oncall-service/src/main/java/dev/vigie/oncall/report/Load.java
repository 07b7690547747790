package dev.vigie.oncall.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import dev.vigie.oncall.rotation.Holidays;
import dev.vigie.oncall.rotation.WallClock;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * How long somebody was on call, and how much of it when others sleep or are off. An hour
 * counts once, however many shifts it is in; it may be night and week-end at once.
 *
 * @param total all of it
 * @param night between 22:00 and 07:00
 * @param weekend on Saturdays and Sundays
 * @param holiday on public holidays
 */
public record Load(Duration total, Duration night, Duration weekend, Duration holiday) {

	static final Load NONE = new Load(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

	private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);

	private static final LocalTime NIGHT_ENDS = LocalTime.of(7, 0);

	static Load of(Spans spans, WallClock clock, Holidays holidays) {
		List<Span> nights = new ArrayList<>();
		List<Span> weekends = new ArrayList<>();
		List<Span> off = new ArrayList<>();
		for (LocalDate date : days(spans, clock)) {
			Instant midnight = clock.startOf(date);
			Instant next = clock.startOf(date.plusDays(1));
			Span.between(midnight, clock.instant(date.atTime(NIGHT_ENDS))).ifPresent(nights::add);
			Span.between(clock.instant(date.atTime(NIGHT_BEGINS)), next).ifPresent(nights::add);
			if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
				Span.between(midnight, next).ifPresent(weekends::add);
			}
			if (holidays.isHoliday(date)) {
				Span.between(midnight, next).ifPresent(off::add);
			}
		}
		return new Load(spans.length(), spans.and(Spans.of(nights)).length(), spans.and(Spans.of(weekends)).length(),
				spans.and(Spans.of(off)).length());
	}

	private static List<LocalDate> days(Spans spans, WallClock clock) {
		return spans.list().stream().flatMap((span) -> {
			LocalDate first = clock.at(span.start()).toLocalDate();
			return first.datesUntil(clock.at(span.end()).toLocalDate().plusDays(1));
		}).distinct().toList();
	}

}
