package dev.vigie.gateway.console.layout;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

/**
 * Says what people put in a form to the program it is for. The next page says that it was
 * done, or why it was not, and keeps what they wrote.
 */
@Component
public class Attempts {

	private static final Set<HttpStatusCode> EXPLAINED = Set.of(HttpStatus.BAD_REQUEST, HttpStatus.NOT_FOUND,
			HttpStatus.CONFLICT);

	private final MessageSource messages;

	Attempts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Tries it.
	 * @param done what the next page says, a word the messages have
	 * @return whether it was done
	 */
	public boolean make(Form form, Runnable command, String done, RedirectAttributes next) {
		try {
			command.run();
		}
		catch (HttpClientErrorException answer) {
			if (!EXPLAINED.contains(answer.getStatusCode())) {
				throw answer;
			}
			refused(form, Refusal.of(answer), answer.getStatusCode(), next);
			return false;
		}
		catch (Invalid invalid) {
			refused(form, Refusal.of(invalid), invalid.status(), next);
			return false;
		}
		next.addFlashAttribute("notice", done);
		next.addFlashAttribute("noticeNumber", form.number());
		return true;
	}

	private void refused(Form form, Refusal refusal, HttpStatusCode status, RedirectAttributes next) {
		Locale locale = LocaleContextHolder.getLocale();
		String words = refusal.wrong()
			.stream()
			.map((error) -> words(form, error, locale))
			.distinct()
			.collect(Collectors.joining(" "));
		next.addFlashAttribute("refused", words.isEmpty() ? words(form, refusal, status, locale) : words);
		next.addFlashAttribute("form", form);
	}

	private String words(Form form, Problem.FieldError error, Locale locale) {
		String known = message("refused." + form.name() + "." + error.field(), locale);
		if (known == null) {
			known = message("refused.field." + error.field(), locale);
		}
		return (known != null) ? known : error.field() + ": " + error.reason();
	}

	// Somebody else was faster, if nothing better is known.
	private String words(Form form, Refusal refusal, HttpStatusCode status, Locale locale) {
		String holders = refusal.held().isEmpty() ? this.messages.getMessage("roles.nobody", null, locale)
				: String.join(", ", refusal.held());
		Object[] said = { form.number(), holders };
		String known = message("refused." + refusal.slug(), locale, said);
		if (known != null) {
			return known;
		}
		if (refusal.detail() != null) {
			return refusal.detail();
		}
		return this.messages.getMessage("refused." + status.value(), said, locale);
	}

	private @Nullable String message(String code, Locale locale, Object... said) {
		return this.messages.getMessage(code, said, null, locale);
	}

}
