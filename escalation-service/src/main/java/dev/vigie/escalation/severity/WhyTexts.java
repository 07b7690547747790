package dev.vigie.escalation.severity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in English or French why a rule does not hold.
 */
@Component
class WhyTexts {

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	WhyTexts() {
		this.messages.setBasename("messages-escalation-severity");
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.messages.setAlwaysUseMessageFormat(true); // one rule for quotes in all texts
	}

	String text(Verdict.Fails fails, Locale locale) {
		Locale spoken = locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
		return this.messages.getMessage("severity." + fails.code(), fails.words().toArray(), spoken);
	}

}
