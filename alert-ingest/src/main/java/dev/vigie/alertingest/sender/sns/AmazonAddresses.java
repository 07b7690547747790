package dev.vigie.alertingest.sender.sns;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells SNS's own addresses from what others write into a message: nothing else is ever
 * fetched.
 */
final class AmazonAddresses {

	// The whole authority: neither a user nor a port may stand beside the host.
	private static final Pattern HOST = Pattern.compile("sns\\.[a-zA-Z0-9-]{3,}\\.amazonaws\\.com(\\.cn)?");

	private AmazonAddresses() {
	}

	static Optional<URI> certificate(@Nullable String text) {
		return address(text).filter((uri) -> uri.getRawQuery() == null && uri.getRawPath().endsWith(".pem"));
	}

	static Optional<URI> confirmation(@Nullable String text) {
		Predicate<String> confirms = "Action=ConfirmSubscription"::equals;
		return address(text).filter(
				(uri) -> uri.getRawQuery() != null && Arrays.stream(uri.getRawQuery().split("&")).anyMatch(confirms));
	}

	private static Optional<URI> address(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new URI(text))
				.filter((uri) -> "https".equalsIgnoreCase(uri.getScheme()) && uri.getRawFragment() == null)
				.filter((uri) -> uri.getRawAuthority() != null && HOST.matcher(uri.getRawAuthority()).matches());
		}
		catch (URISyntaxException _) {
			return Optional.empty();
		}
	}

}
