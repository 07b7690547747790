package dev.vigie.oncall.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers calendars that read shifts; their address is their key.
 */
@RestController
class SubscribedController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private static final Duration FRESH = Duration.ofMinutes(5);

	private final Subscribing subscribing;

	SubscribedController(Subscribing subscribing) {
		this.subscribing = subscribing;
	}

	@GetMapping("/calendars/{secret}.ics")
	ResponseEntity<byte[]> read(@PathVariable String secret) {
		byte[] text = this.subscribing.read(secret).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.eTag(etag(text))
			.cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
			.header("Content-Disposition", "inline; filename=\"on-call.ics\"")
			.header("X-Robots-Tag", "noindex")
			.body(text);
	}

	private static String etag(byte[] text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
			return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every Java has SHA-256", missing);
		}
	}

}
