package dev.vigie.oncall.rotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The hours that restrictions leave of the week of Monday, 4 May 2026, in Paris; Friday
 * is a holiday.
 */
class RestrictionTests {

	private static final Holidays FRIDAY = Set.of(LocalDate.parse("2026-05-08"))::contains;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'days': ['monday','tuesday','wednesday','thursday','friday'], 'from': '09:00', 'to': '18:00'} | 04T07-04T16 05T07-05T16 06T07-06T16 07T07-07T16 08T07-08T16
					{'days': ['monday','tuesday','wednesday','thursday','friday'], 'from': '09:00', 'to': '18:00', 'holidays': 'except'} | 04T07-04T16 05T07-05T16 06T07-06T16 07T07-07T16
					{'from': '22:00', 'to': '07:00', 'days': ['wednesday']} | 06T20-07T05
					{'days': ['sunday'], 'from': '22:00', 'to': '07:00'}    | 03T22-04T05 10T20-10T22
					{'days': ['saturday','sunday']}                         | 08T22-10T22
					{'days': ['saturday','sunday'], 'holidays': 'also'}     | 07T22-10T22
					{'holidays': 'only'}                                    | 07T22-08T22
					{'days': ['monday'], 'holidays': 'only'}                |
					{'from': 'friday 18:00', 'to': 'monday 09:00'}          | 03T22-04T07 08T16-10T22
					{'from': 'monday 09:00', 'to': 'friday 18:00'}          | 04T07-08T16
					{'from': '18:00'}                                       | 04T16-04T22 05T16-05T22 06T16-06T22 07T16-07T22 08T16-08T22 09T16-09T22 10T16-10T22
					{'to': '01:00', 'days': ['monday']}                     | 03T22-03T23
					{'from': '09:00', 'to': '24:00', 'days': ['monday']}    | 04T07-04T22
					{'from': '09:00', 'to': '09:00', 'days': ['monday']}    | 04T07-05T07
					{}                                                      | 03T22-10T22""")
	void leavesOfAWeek(String written, String expected) {
		Restriction restriction = JsonMapper.shared().readValue(written.replace('\'', '"'), Restriction.class);
		assertThat(restriction.contradictions("")).isEmpty();
		Span week = new Span(Instant.parse("2026-05-03T22:00:00Z"), Instant.parse("2026-05-10T22:00:00Z"));
		assertThat(Spans.of(restriction.within(week, OnPaper.clock("Europe/Paris"), FRIDAY)))
			.isEqualTo(spans(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# the night is an hour shorter in spring and longer in autumn
			22:00 | 07:00 | 2026-03-28T21:00:00Z | 2026-03-29T05:00:00Z
			22:00 | 07:00 | 2026-10-24T20:00:00Z | 2026-10-25T06:00:00Z
			# a time that is skipped is the jump, one that comes twice the first
			22:00 | 02:30 | 2026-03-28T21:00:00Z | 2026-03-29T01:00:00Z
			22:00 | 02:30 | 2026-10-24T20:00:00Z | 2026-10-25T00:30:00Z""")
	void isRightInTheNightsOfAChange(String from, String to, Instant start, Instant end) {
		Restriction nights = new Restriction(null, WeekTime.of(from), WeekTime.of(to), null);
		Span around = new Span(start.minusSeconds(3600), end.plusSeconds(3600));
		assertThat(nights.within(around, OnPaper.clock("Europe/Paris"), Holidays.NONE))
			.containsExactly(new Span(start, end));
	}

	private static Spans spans(String written) {
		return (written == null) ? Spans.none() : Spans.of(List.of(written.split(" ")).stream().map((span) -> {
			String[] ends = span.split("-");
			return new Span(Instant.parse("2026-05-" + ends[0] + ":00:00Z"),
					Instant.parse("2026-05-" + ends[1] + ":00:00Z"));
		}).toList());
	}

}
