package dev.vigie.gateway.console.integrations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Shows an address with no more of its key than its first letters, for a page is seen by
 * more eyes than it is meant for.
 */
final class MaskedAddress {

	private static final Pattern KEY = Pattern.compile("/([^/]{1,6})[^/]*/$");

	private MaskedAddress() {
	}

	static @Nullable String of(@Nullable String url) {
		if (url == null) {
			return null;
		}
		Matcher key = KEY.matcher(url);
		return key.find() ? url.substring(0, key.start()) + "/" + key.group(1) + "…/" : null;
	}

}
