package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import com.github.mangstadt.vinnie.VObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * When an event comes again: by rules, on further dates, and never on dates left out. Of
 * rules without end only what is asked for is ever worked out.
 */
final class Repetition {

	private final Moment start;

	private final List<Rule> rules = new ArrayList<>();

	private final Set<LocalDateTime> dates = new HashSet<>();

	private final Map<LocalDateTime, Instant> ends = new HashMap<>();

	private final Set<Instant> without = new HashSet<>();

	private final Set<LocalDate> withoutDays = new HashSet<>();

	private Duration longest = Duration.ZERO;

	private Repetition(Moment start) {
		this.start = start;
		this.dates.add(start.time());
	}

	/**
	 * Reads what an event says of it.
	 * @throws DateTimeException if something is not as it must be
	 */
	static Repetition of(Component event, Moment start, Zones zones) {
		Repetition repetition = new Repetition(start);
		event.all("RRULE").forEach((rule) -> Rule.parse(rule.getValue(), start).ifPresent(repetition.rules::add));
		for (VObjectProperty dates : event.all("RDATE")) {
			for (String date : values(dates)) {
				repetition.add(date, zones.of(dates));
			}
		}
		for (VObjectProperty dates : event.all("EXDATE")) {
			for (String date : values(dates)) {
				repetition.leaveOut(Moment.parse(date, zones.of(dates)));
			}
		}
		return repetition;
	}

	private static List<String> values(VObjectProperty dates) {
		return dates.getValue().isBlank() ? List.of() : List.of(dates.getValue().split(","));
	}

	// A date, or a period: from then until then, or for so long.
	private void add(String text, ZoneRules zone) {
		String[] parts = text.split("/", 2);
		Moment first = Moment.parse(parts[0], zone);
		LocalDateTime shown = first.shownIn(this.start.zone());
		this.dates.add(shown);
		if (parts.length == 2) {
			Instant end = parts[1].contains("P") ? Length.parse(parts[1]).after(first)
					: Moment.parse(parts[1], zone).instant();
			this.ends.put(shown, end);
			Duration length = Duration.between(first.instant(), end);
			this.longest = (length.compareTo(this.longest) > 0) ? length : this.longest;
		}
	}

	// Whole days are left out by their date, also where somebody writes its midnight.
	private void leaveOut(Moment moment) {
		if (moment.allDay() || (this.start.allDay() && moment.time().toLocalTime().equals(LocalTime.MIDNIGHT))) {
			this.withoutDays.add(moment.time().toLocalDate());
		}
		else {
			this.without.add(moment.instant());
		}
	}

	/**
	 * The longest of its dates that say themselves when they end.
	 */
	Duration longest() {
		return this.longest;
	}

	/**
	 * What the clock shows each time that the event begins in {@code [from, to)}.
	 * @param most after so many it stops
	 */
	NavigableSet<LocalDateTime> starts(LocalDateTime from, LocalDateTime to, int most) {
		NavigableSet<LocalDateTime> starts = new TreeSet<>();
		this.dates.stream().filter((date) -> !date.isBefore(from) && date.isBefore(to)).forEach(starts::add);
		for (Rule rule : this.rules) {
			rule.forEach(from, (time) -> {
				if (time.isBefore(to) && !time.isBefore(from)) {
					starts.add(time);
				}
				return time.isBefore(to) && starts.size() < most;
			});
		}
		starts.removeIf(this::isLeftOut);
		return starts;
	}

	private boolean isLeftOut(LocalDateTime time) {
		return this.withoutDays.contains(time.toLocalDate())
				|| (!this.without.isEmpty() && this.without.contains(this.start.at(time).instant()));
	}

	/**
	 * When the one that begins so ends, if it says so itself.
	 */
	@Nullable Instant end(LocalDateTime start) {
		return this.ends.get(start);
	}

}
