package dev.vigie.alertingest.sender;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Keeps only what may become a link: senders also send relative addresses and scripts.
 */
public final class Links {

	private Links() {
	}

	public static @Nullable String absolute(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			URI uri = new URI(text);
			String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
			boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
			return web ? text : null;
		}
		catch (URISyntaxException _) {
			return null;
		}
	}

}
