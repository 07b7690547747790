package dev.vigie.gateway.console.silences;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * What the console asks alert-ingest about silences.
 */
interface SilencesClient {

	@GetExchange("/api/v1/silences")
	SilenceList list(@RequestParam String state, @RequestParam int limit);

	record SilenceList(List<Silence> items, @Nullable String next) {

	}

	record Silence(String name, Spec spec, String author, @Nullable Instant startsAt, @Nullable Instant endsAt,
			boolean adHoc) {

	}

	record Spec(String reason, @Nullable List<Matcher> match, @Nullable String team, @Nullable Recurrence recurrence) {

	}

	record Matcher(String label, @Nullable String equals, @Nullable String notEquals, @Nullable String matches,
			@Nullable String notMatches) {

		/**
		 * As Alertmanager writes it.
		 */
		String text() {
			if (this.equals != null) {
				return this.label + " = " + this.equals;
			}
			if (this.notEquals != null) {
				return this.label + " != " + this.notEquals;
			}
			return (this.matches != null) ? this.label + " =~ " + this.matches : this.label + " !~ " + this.notMatches;
		}

	}

	record Recurrence(String rule) {

	}

}
