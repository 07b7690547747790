package dev.vigie.alertingest.sender.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.email.EmailSettings.Patterns;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * The compiled settings of one integration.
 */
final class MailPatterns {

	private static final Pattern ANSWER = Pattern.compile("^(?i:\\s*(re|fwd?|aw|wg|tr)\\s*:)+\\s*");

	private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,6}),?(\\d{0,6})\\}");

	private static final long LARGEST = 10_000;

	private final List<FieldError> errors = new ArrayList<>();

	private final Part subject;

	private final Part body;

	MailPatterns(EmailSettings settings) {
		this.subject = part("subject", settings.subject());
		this.body = part("body", settings.body());
		if (!this.errors.isEmpty()) {
			throw new Invalid(this.errors);
		}
	}

	/**
	 * The subject as a title: without what answering and forwarding put before it.
	 */
	static String title(String subject) {
		return ANSWER.matcher(subject.strip()).replaceFirst("").strip();
	}

	/**
	 * What a mail says of its alert, nothing if it is about none.
	 */
	Optional<AlertVerb> verb(String title, String text) {
		if (finds(this.subject.resolved(), title) || finds(this.body.resolved(), text)) {
			return Optional.of(AlertVerb.RESOLVED);
		}
		boolean any = this.subject.firing() == null && this.body.firing() == null;
		return (any || finds(this.subject.firing(), title) || finds(this.body.firing(), text))
				? Optional.of(AlertVerb.FIRING) : Optional.empty();
	}

	/**
	 * What tells the alert apart and is the same in the mail of its end: what the
	 * patterns find, else the subject without the words that tell firing from resolved.
	 */
	String identity(String title, String text) {
		String found = first(this.subject.identity(), title);
		found = (found != null) ? found : first(this.body.identity(), text);
		if (found != null && !found.isBlank()) {
			return found.strip();
		}
		String rest = without(this.subject.resolved(), without(this.subject.firing(), title));
		return (rest.isBlank() ? title : rest).strip();
	}

	private static boolean finds(@Nullable Pattern pattern, String text) {
		return pattern != null && pattern.matcher(text).find();
	}

	private static @Nullable String first(@Nullable Pattern pattern, String text) {
		if (pattern == null) {
			return null;
		}
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group((matcher.groupCount() > 0) ? 1 : 0) : null;
	}

	private static String without(@Nullable Pattern pattern, String text) {
		return (pattern != null) ? pattern.matcher(text).replaceFirst("") : text;
	}

	private Part part(String name, @Nullable Patterns patterns) {
		return (patterns == null) ? new Part(null, null, null) : new Part(compile(name + ".firing", patterns.firing()),
				compile(name + ".resolved", patterns.resolved()), compile(name + ".identity", patterns.identity()));
	}

	private @Nullable Pattern compile(String field, @Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			if (size(text) > LARGEST) {
				this.errors.add(new FieldError(field, "repeats too much"));
				return null;
			}
			return Pattern.compile(text, Pattern.MULTILINE);
		}
		catch (PatternSyntaxException refused) {
			this.errors.add(new FieldError(field, "is no regular expression: " + refused.getMessage()));
			return null;
		}
	}

	// RE2 unrolls repeats, those within repeats as well.
	private static long size(String text) {
		long size = text.length();
		Matcher repeat = REPEAT.matcher(text);
		while (repeat.find() && size <= LARGEST) {
			String most = repeat.group(repeat.group(2).isEmpty() ? 1 : 2);
			size *= Math.max(Long.parseLong(most), 1);
		}
		return size;
	}

	private record Part(@Nullable Pattern firing, @Nullable Pattern resolved, @Nullable Pattern identity) {
	}

}
