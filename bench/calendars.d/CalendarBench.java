package dev.vigie.oncall.calendar;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.calendar.CopyTable.Copy;
import dev.vigie.oncall.calendar.ical.CalendarFile;
import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.document.Document;

/**
 * Reads calendars of 1 000 and 5 000 events, works out a year with whose it is among 50 people, and asks again: CPU time of the thread, in milliseconds.
 */
public final class CalendarBench {

	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final int ROUNDS = 20;

	public static void main(String... arguments) throws Exception {
		System.out.println("| events | MB of text | in the year | read, first time | read | a year | three years, asked again | MB of heap |");
		System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
		for (int events : new int[] { 1_000, 5_000 }) {
			measure(events);
		}
	}

	private static void measure(int events) throws Exception {
		String text = text(events);
		Roll roll = new Roll(IntStream.range(0, 50).mapToObj(CalendarBench::person).toList());
		CalendarSpec spec = new CalendarSpec(null, null, As.LAYER, null, null, null, null, null, null);
		double[] read = new double[ROUNDS];
		double[] year = new double[ROUNDS];
		double[] again = new double[ROUNDS];
		int found = 0;
		Reading reading = null;
		for (int i = 0; i < ROUNDS; i++) {
			long begin = CPU.getCurrentThreadCpuTime();
			CalendarFile file = CalendarFile.read(text, null);
			read[i] = since(begin);
			reading = new Reading("bench", new Copy(i, null, null, null, null, null, null, null), spec, file, roll);
			begin = CPU.getCurrentThreadCpuTime();
			found = reading.meeting(new Span(START, START.plus(Duration.ofDays(365)))).size();
			year[i] = since(begin);
			Span around = new Span(START.minus(Duration.ofDays(400)), START.plus(Duration.ofDays(765)));
			reading.meeting(around);
			begin = CPU.getCurrentThreadCpuTime();
			reading.meeting(around);
			again[i] = since(begin);
		}
		double with = heap();
		String title = reading.calendar();
		reading = null;
		System.out.println("| %d | %.1f | %d | %.0f | %.0f | %.0f | %.2f | %.0f |".formatted(events, text.length() / 1e6, found,
				read[0], median(read), median(year), median(again), with - heap()) + (title.isEmpty() ? " " : ""));
	}

	private static double since(long begin) {
		return (CPU.getCurrentThreadCpuTime() - begin) / 1e6;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static double heap() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
	}

	private static Document<PersonSpec> person(int i) {
		return new Document<>("person-" + i, 0, new PersonSpec("Person Number " + i, null, null, null,
				List.of(new ContactMethod(null, ContactMethod.Type.EMAIL, "person-" + i + "@example.org")), null));
	}

	private static String text(int events) {
		StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Vigie//Bench//EN\r\n");
		for (int i = 0; i < events; i++) {
			LocalDate day = LocalDate.of(2021, 1, 1).plusDays(i % 1500);
			String rule = (i % 3 == 0) ? "RRULE:FREQ=MONTHLY;BYMONTHDAY=" + (1 + i % 28) + "\r\n"
					: (i % 3 == 1) ? "RRULE:FREQ=WEEKLY;COUNT=10\r\nEXDATE;TZID=Europe/Paris:" + stamp(day.plusDays(7), 9) + "\r\n" : "";
			text.append("BEGIN:VEVENT\r\nUID:").append(i).append("@bench.example\r\nDTSTAMP:20261121T120000Z\r\nDTSTART;TZID=Europe/Paris:")
				.append(stamp(day, 9)).append("\r\nDTEND;TZID=Europe/Paris:").append(stamp(day.plusDays(1), 9)).append("\r\n").append(rule)
				.append("ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Person:mailto:person-").append(i % 50).append("@example.org\r\n")
				.append("LAST-MODIFIED:20260101T120000Z\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\nSUMMARY:On call\r\nEND:VEVENT\r\n");
		}
		return text.append("END:VCALENDAR\r\n").toString();
	}

	private static String stamp(LocalDate day, int hour) {
		return "%sT%02d0000".formatted(day.toString().replace("-", ""), hour);
	}

}
