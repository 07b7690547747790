package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did about an alert at its sender's side.
 *
 * @param by who it was, as the sender names them
 * @param text what they added
 * @param until how long the alert is to be left alone
 * @param at when the sender's delivery was accepted
 */
public record AlertRemark(ReportedAlert alert, @Nullable String by, @Nullable String text, @Nullable Instant until,
		Instant at) {

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_TEXT = 2000;

	/**
	 * Who did it, for people who may not know the sender's users.
	 */
	String actor(AlertSender sender) {
		return (this.by == null || this.by.isBlank()) ? sender.integration()
				: cut(this.by, LONGEST_NAME) + " via " + sender.integration();
	}

	Map<String, String> params() {
		Map<String, String> params = new HashMap<>();
		if (this.text != null && !this.text.isBlank()) {
			params.put("note", cut(this.text, LONGEST_TEXT));
		}
		if (this.until != null) {
			params.put("until", this.until.toString());
		}
		return params;
	}

	private static String cut(String text, int longest) {
		String words = text.strip();
		return (words.codePointCount(0, words.length()) <= longest) ? words
				: words.substring(0, words.offsetByCodePoints(0, longest)) + "…";
	}

}
