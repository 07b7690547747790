package dev.vigie.alertingest.sender.email;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An integration's key as the local part of a mail address. Programs on the way may
 * change its case, which a key does not bear; its bytes in hexadecimal do.
 */
final class MailAddress {

	private static final Pattern LOCAL = Pattern.compile("[0-9a-f]{2,64}");

	private MailAddress() {
	}

	static String local(String key) {
		return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key));
	}

	/**
	 * The key in an address, with or without its domain; empty if it can be no key.
	 */
	static Optional<String> key(String address) {
		int at = address.indexOf('@');
		String local = ((at < 0) ? address : address.substring(0, at)).strip().toLowerCase(Locale.ROOT);
		if (!LOCAL.matcher(local).matches() || local.length() % 2 != 0) {
			return Optional.empty();
		}
		return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(local)));
	}

}
