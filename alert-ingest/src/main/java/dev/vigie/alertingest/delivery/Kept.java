package dev.vigie.alertingest.delivery;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.SenderParser;

/**
 * What is kept of a request, so that it can be read again.
 *
 * @param body the packed bytes, null where they are not to be kept
 * @param rest what followed the key in the path
 * @param headers those that the reading depends on
 */
record Kept(byte @Nullable [] body, String rest, Map<String, String> headers) {

	static final Kept NOTHING = new Kept(null, "", Map.of());

	static Kept of(Inbound inbound, SenderParser parser) {
		if (!inbound.integration().protection().keepsBodies()) {
			return NOTHING;
		}
		JsonTexts texts = new JsonTexts();
		Map<String, String> headers = new HashMap<>();
		inbound.headers().forEach((name, values) -> {
			if (parser.readsHeader(name.toLowerCase(Locale.ROOT))) {
				headers.put(name.toLowerCase(Locale.ROOT), texts.clean(String.join(", ", values)));
			}
		});
		return new Kept(Packing.pack(inbound.body()), texts.clean(inbound.rest()), Map.copyOf(headers));
	}

}
