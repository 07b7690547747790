package dev.vigie.gateway.console.layout;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells what may become a link: addresses come from senders, and anything but a web
 * address stays text.
 */
public final class WebAddress {

	private static final Pattern PATTERN = Pattern.compile("https?://[^\\s\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);

	private WebAddress() {
	}

	public static boolean is(@Nullable String text) {
		return text != null && PATTERN.matcher(text).matches();
	}

}
