package dev.vigie.gateway.console.silences;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.silences.SilencesClient.Matcher;
import dev.vigie.gateway.console.silences.SilencesClient.Silence;

/**
 * A silence as its page shows it.
 *
 * @param id its name, also where nobody gave it one
 * @param name null where nobody gave it one
 * @param matchers none if it holds for all alerts
 * @param rule when it comes again, an RRULE
 */
record SilenceView(String id, String reason, @Nullable String name, String author, @Nullable String team,
		List<String> matchers, @Nullable String rule, @Nullable Moment start, @Nullable Moment end) {

	SilenceView {
		matchers = List.copyOf(matchers);
	}

	static SilenceView of(Silence silence, Times times, Locale locale) {
		SilencesClient.Spec spec = silence.spec();
		return new SilenceView(silence.name(), spec.reason(), silence.adHoc() ? null : silence.name(), silence.author(),
				spec.team(), (spec.match() != null) ? spec.match().stream().map(Matcher::text).toList() : List.of(),
				(spec.recurrence() != null) ? spec.recurrence().rule() : null, times.moment(silence.startsAt(), locale),
				times.moment(silence.endsAt(), locale));
	}

}
