package dev.vigie.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gaps of ten days, drawn a letter a day: who is on call, or nobody.
 */
class GapTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# none; in the middle; at the begin; at the end; all of it
			aaaaabbbbb | -
			aaa....bbb | 3-7
			...aabbbbb | 0-3
			aaabbbbb.. | 8-10
			.......... | 0-10
			# several; one between shifts of the same person; one filled by somebody else
			a.a.a.a.a. | 1-2 3-4 5-6 7-8 9-10
			aa.aaaaaaa | 2-3
			aaXaaaaaaa | -""")
	void areFound(String drawn, String expected) {
		Span tenDays = new Span(day(0), day(10));
		List<Gap> gaps = Gap.between(shifts(drawn), List.of(Role.PRIMARY), tenDays);
		assertThat(gaps).isEqualTo((expected == null) ? List.of() : Arrays.stream(expected.split(" ")).map((gap) -> {
			String[] ends = gap.split("-");
			return new Gap(Role.PRIMARY, day(Integer.parseInt(ends[0])), day(Integer.parseInt(ends[1])));
		}).toList());
	}

	@ParameterizedTest
	@CsvSource({ "aaa....bbb, 4, 10, 4, 7", "aaa....bbb, 0, 5, 3, 5", "aaa....bbb, 4, 6, 4, 6" })
	void endWhereTheQuestionDoes(String drawn, int from, int to, int start, int end) {
		assertThat(Gap.between(shifts(drawn), List.of(Role.PRIMARY), new Span(day(from), day(to))))
			.containsExactly(new Gap(Role.PRIMARY, day(start), day(end)));
	}

	@ParameterizedTest
	@CsvSource({ "aaa....bbb, 0, 3", "aaa....bbb, 7, 10" })
	void beyondTheQuestionAreNone(String drawn, int from, int to) {
		assertThat(Gap.between(shifts(drawn), List.of(Role.PRIMARY), new Span(day(from), day(to)))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "aab, a 0-2;b 2-3", "a.a, a 0-1;a 2-3", "aaa, a 0-3" })
	void touchingShiftsOfOnePersonAreDrawnAsOne(String drawn, String expected) {
		assertThat(Shift.joined(shifts(drawn))
			.stream()
			.map((shift) -> "%s %d-%d".formatted(shift.person(), number(shift.start()), number(shift.end())))
			.collect(Collectors.joining(";"))).isEqualTo(expected);
	}

	private static List<Shift> shifts(String drawn) {
		return IntStream.range(0, drawn.length())
			.filter((i) -> drawn.charAt(i) != '.')
			.mapToObj((i) -> new Shift(new UUID(0, i), String.valueOf(drawn.charAt(i)), Role.PRIMARY, day(i),
					day(i + 1), 1, new Cause(Cause.Kind.LAYER, "layer-1")))
			.toList();
	}

	private static Instant day(int number) {
		return Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofDays(number));
	}

	private static long number(Instant at) {
		return Duration.between(day(0), at).toDays();
	}

}
