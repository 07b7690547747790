package dev.vigie.oncall.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that a calendar may be fetched from.
 */
final class CalendarAddress {

	private CalendarAddress() {
	}

	/**
	 * The address, with {@code webcal} read as what it stands for.
	 */
	static Optional<URI> of(String text) {
		try {
			URI uri = new URI(text);
			String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
			if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535 || uri.getRawUserInfo() != null
					|| uri.getRawFragment() != null) {
				return Optional.empty();
			}
			return switch (scheme) {
				case "http", "https" -> Optional.of(uri);
				case "webcal", "webcals" -> Optional.of(new URI("https" + text.substring(text.indexOf(':'))));
				default -> Optional.empty();
			};
		}
		catch (URISyntaxException _) {
			return Optional.empty();
		}
	}

}
