package dev.vigie.alertingest.sender.uptimekuma;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import dev.vigie.shared.problem.Invalid;

/**
 * Takes the field {@code data} out of a form. The bytes tell that they are one: a body
 * that is replayed has no {@code Content-Type}.
 */
final class FormData {

	private static final String END = "\r\n\r\n";

	private FormData() {
	}

	/**
	 * The field of a form, or the body itself if it is none.
	 */
	static byte[] unwrap(byte[] body) {
		// One character a byte, and back.
		String text = new String(body, StandardCharsets.ISO_8859_1);
		if (text.startsWith("--")) {
			return part(text).getBytes(StandardCharsets.ISO_8859_1);
		}
		return text.startsWith("data=") ? decode(text.substring("data=".length()).split("&", 2)[0]) : body;
	}

	private static String part(String form) {
		String boundary = form.lines().findFirst().orElse("").stripTrailing();
		for (int start = form.indexOf(boundary); start >= 0;) {
			int next = form.indexOf("\r\n" + boundary, start + boundary.length());
			String part = form.substring(start, (next >= 0) ? next : form.length());
			int head = part.indexOf(END);
			if (next >= 0 && head >= 0 && part.substring(0, head).contains("name=\"data\"")) {
				return part.substring(head + END.length());
			}
			start = (next >= 0) ? next + "\r\n".length() : -1;
		}
		throw new Invalid("data", "is required");
	}

	private static byte[] decode(String field) {
		try {
			return URLDecoder.decode(field, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException _) {
			throw new Invalid("data", "must be encoded as a form's field");
		}
	}

}
