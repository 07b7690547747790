package dev.vigie.gateway.console.command;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.command.UpdatesClient.Rendered;
import dev.vigie.gateway.console.command.UpdatesClient.Update;
import dev.vigie.gateway.console.command.UpdatesClient.Wish;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;

/**
 * Telling those who follow an incident how it stands, after a look at how that reads.
 */
@Controller
class UpdatesPage {

	private static final String FORM = "update";

	private final UpdatesClient updates;

	private final Attempts attempts;

	UpdatesPage(UpdatesClient updates, Attempts attempts) {
		this.updates = updates;
		this.attempts = attempts;
	}

	@PostMapping("/incidents/{number:\\d+}/updates")
	String tell(@PathVariable String number, @RequestParam String key, @RequestParam Map<String, String> sent,
			RedirectAttributes next) {
		Form form = Form.of(FORM, number, sent);
		this.attempts.make(form, () -> this.updates.post(number, key, wish(form)), FORM, next);
		return page(number);
	}

	@PostMapping("/incidents/{number:\\d+}/updates/preview")
	String preview(@PathVariable String number, @RequestParam Map<String, String> sent, Locale locale,
			RedirectAttributes next) {
		Form form = Form.of(FORM, number, sent);
		AtomicReference<@Nullable Update> read = new AtomicReference<>();
		this.attempts.make(form, () -> read.set(this.updates.preview(number, wish(form))), "preview", next);
		Update update = read.get();
		if (update != null) {
			next.addFlashAttribute("form", form);
			next.addFlashAttribute("preview", Preview.of(update, locale));
		}
		return page(number);
	}

	private static Wish wish(Form form) {
		return new Wish(form.required("status"), form.required("message"), form.text("nextIn"), form.text("template"));
	}

	private static String page(String number) {
		return "redirect:/incidents/" + number + "#updates";
	}

	/**
	 * How an update would read, and who would get it.
	 */
	record Preview(String subject, String text, List<String> to) implements Serializable {

		static Preview of(Update update, Locale locale) {
			Rendered words = update.in(locale);
			return new Preview((words != null) ? words.subject() : "", (words != null) ? words.text() : "",
					(update.to() != null) ? List.copyOf(update.to()) : List.of());
		}

	}

}
