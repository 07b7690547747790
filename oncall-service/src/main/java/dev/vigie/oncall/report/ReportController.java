package dev.vigie.oncall.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.report.OnCallHours.Row;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.problem.Invalid;

/**
 * Reports over HTTP. Durations are ISO 8601 in JSON and hours with two decimals in CSV.
 */
@RestController
class ReportController {

	private static final int MOST_MONTHS = 12;

	private final OnCall onCall;

	private final OnCallHours hours;

	ReportController(OnCall onCall, OnCallHours hours) {
		this.onCall = onCall;
		this.hours = hours;
	}

	/**
	 * How good a schedule is for a span.
	 */
	@GetMapping("/api/v1/schedules/{name}/quality")
	Quality quality(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		Span span = Window.of(from, to);
		return Quality.of(this.onCall.cut(name, span), this.onCall.setting(name), span);
	}

	/**
	 * Hours per person and month, for on-call pay.
	 * @param schedule only this one's, null for all
	 */
	@GetMapping("/api/v1/on-call-hours")
	HourList hours(@RequestParam(required = false) @Nullable String schedule,
			@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		return new HourList(rows(schedule, from, to), null);
	}

	/**
	 * The same as CSV.
	 */
	@GetMapping(path = "/api/v1/on-call-hours/csv", produces = "text/csv;charset=UTF-8")
	String csv(@RequestParam(required = false) @Nullable String schedule,
			@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		Stream<String> head = Stream.of("schedule,month,person,display_name,role,hours,night,weekend,holiday");
		return Stream.concat(head, rows(schedule, from, to).stream().map(ReportController::line))
			.collect(Collectors.joining("\r\n", "", "\r\n"));
	}

	private List<Row> rows(@Nullable String schedule, @Nullable String from, @Nullable String to) {
		YearMonth first = month("from", from);
		YearMonth last = month("to", to);
		if (last.isBefore(first) || last.isAfter(first.plusMonths(MOST_MONTHS - 1))) {
			throw new Invalid("to", "must be from from on, at most " + MOST_MONTHS + " months in all");
		}
		return this.hours.count((schedule != null) ? List.of(schedule) : this.onCall.schedules(), first, last);
	}

	private static YearMonth month(String field, @Nullable String text) {
		try {
			YearMonth month = (text != null) ? YearMonth.parse(text) : null;
			if (month != null && (month.getYear() < 1970 || month.getYear() >= 2200)) {
				throw new Invalid(field, "must lie between the years 1970 and 2200");
			}
			if (month != null) {
				return month;
			}
		}
		catch (DateTimeException _) {
			// said below
		}
		throw new Invalid(field, "must be a month such as 2026-03");
	}

	private static String line(Row row) {
		return Stream
			.of(row.schedule(), row.month().toString(), row.person(), cell(row.displayName()), row.role().text(),
					hours(row.load().total()), hours(row.load().night()), hours(row.load().weekend()),
					hours(row.load().holiday()))
			.collect(Collectors.joining(","));
	}

	// A spreadsheet would take a name that begins so for a formula.
	private static String cell(String text) {
		String safe = (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
		return "\"" + safe.replace("\"", "\"\"") + "\"";
	}

	private static String hours(Duration duration) {
		return String.format(Locale.ROOT, "%.2f", duration.toSeconds() / 3600.0);
	}

	record HourList(List<Row> items, @Nullable String next) {
	}

}
