package dev.vigie.alertingest.sender.email;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How mails are read. Without any of it every mail is an alert that its subject
 * identifies and that no mail ends.
 *
 * @param subject what to look for in the subject
 * @param body what to look for in the text
 */
record EmailSettings(@Nullable @Valid Patterns subject, @Nullable @Valid Patterns body) {

	static final int LONGEST = 500;

	static final String TOO_LONG = "must be at most 500 characters";

	/**
	 * Regular expressions (RE2), each found anywhere unless it is anchored.
	 *
	 * @param firing what a mail of a problem says; if given, mails that say neither are
	 * ignored
	 * @param resolved what a mail of its end says
	 * @param identity its first group, or all that it finds, tells alerts apart
	 */
	record Patterns(@Nullable @Size(max = LONGEST, message = TOO_LONG) String firing,
			@Nullable @Size(max = LONGEST, message = TOO_LONG) String resolved,
			@Nullable @Size(max = LONGEST, message = TOO_LONG) String identity) {
	}

}
