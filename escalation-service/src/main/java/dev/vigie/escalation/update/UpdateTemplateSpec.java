package dev.vigie.escalation.update;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A template of updates as people write it, in both languages.
 *
 * @param status the only status it is for; null for any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UpdateTemplateSpec(@Nullable UpdateStatus status, @NotNull @Valid Text en, @NotNull @Valid Text fr) {

	Text in(Locale language) {
		return language.getLanguage().equals(Locale.FRENCH.getLanguage()) ? this.fr : this.en;
	}

	/**
	 * Refuses texts that are no templates.
	 */
	void check() {
		this.en.check("en");
		this.fr.check("fr");
	}

	/**
	 * The template in one language.
	 */
	record Text(@NotBlank @Size(max = 300) String subject, @NotBlank @Size(max = 8000) String text) {

		private void check(String language) {
			Template.parse(language + ".subject", this.subject);
			Template.parse(language + ".text", this.text);
		}

	}

}
