package dev.vigie.postmortem.incidents;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The languages timelines are kept in.
 */
public enum Language {

	EN(Locale.ENGLISH), FR(Locale.FRENCH);

	private final Locale locale;

	Language(Locale locale) {
		this.locale = locale;
	}

	public String tag() {
		return this.locale.toLanguageTag();
	}

	/**
	 * The language that suits an {@code Accept-Language} header best; English if none
	 * does.
	 */
	public static Language of(@Nullable String header) {
		if (header == null || header.isBlank()) {
			return EN;
		}
		try {
			List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header);
			return FR.locale.equals(Locale.lookup(wanted, List.of(EN.locale, FR.locale))) ? FR : EN;
		}
		catch (IllegalArgumentException _) {
			return EN; // a header that is no list of languages asks for nothing
		}
	}

}
