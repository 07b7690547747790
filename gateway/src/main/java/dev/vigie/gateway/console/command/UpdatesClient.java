package dev.vigie.gateway.console.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the console asks and says about updates.
 */
@HttpExchange("/api/v1")
interface UpdatesClient {

	@GetExchange("/incidents/{number}/updates")
	Told told(@PathVariable String number, @RequestParam int limit);

	@PostExchange("/incidents/{number}/updates")
	void post(@PathVariable String number, @RequestHeader("Idempotency-Key") String key, @RequestBody Wish wish);

	@PostExchange("/incidents/{number}/updates:preview")
	Update preview(@PathVariable String number, @RequestBody Wish wish);

	@GetExchange("/update-templates")
	Templates templates(@RequestParam int limit);

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Wish(String status, String message, @Nullable String nextIn, @Nullable String template) {

	}

	record Told(@Nullable List<Update> items, @Nullable String next) {

		List<Update> known() {
			return (this.items != null) ? this.items : List.of();
		}

	}

	record Update(String status, String message, @Nullable String author, @Nullable Instant at,
			@Nullable Instant nextUpdateAt, @Nullable Rendered en, @Nullable Rendered fr, @Nullable List<String> to) {

		@Nullable Rendered in(Locale locale) {
			return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? this.fr : this.en;
		}

	}

	record Rendered(String subject, String text) {

	}

	record Templates(@Nullable List<Template> items) {

		List<String> names() {
			return (this.items != null) ? this.items.stream().map(Template::name).toList() : List.of();
		}

	}

	record Template(String name) {

	}

}
