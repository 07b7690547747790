package dev.vigie.alertingest.matcher;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one label; a label that an alert has not counts as empty, as
 * Alertmanager has it. Exactly one of the four conditions is given.
 *
 * @param label the label's name
 * @param equals the value it has
 * @param notEquals the value it has not
 * @param matches an RE2 expression that fits the whole value
 * @param notMatches an RE2 expression that does not fit the whole value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LabelMatcher(String label, @Nullable String equals, @Nullable String notEquals, @Nullable String matches,
		@Nullable String notMatches) {

	private static final int LONGEST = 1000;

	@SuppressWarnings("ConstantValue") // what people write may leave out anything
	public LabelMatcher {
		if (label == null || label.isBlank() || !storable(label)) {
			throw new IllegalArgumentException("must name a label");
		}
		if (Stream.of(equals, notEquals, matches, notMatches).filter(Objects::nonNull).count() != 1) {
			throw new IllegalArgumentException("must have one of: equals, notEquals, matches, notMatches");
		}
		if (Stream.of(equals, notEquals, matches, notMatches)
			.filter(Objects::nonNull)
			.anyMatch((value) -> !storable(value))) {
			throw new IllegalArgumentException("must be at most 1000 characters of text");
		}
		if (matches != null || notMatches != null) {
			WholeRegex.compile((matches != null) ? matches : String.valueOf(notMatches));
		}
	}

	/**
	 * The label has this value.
	 */
	public static LabelMatcher equal(String label, String value) {
		return new LabelMatcher(label, value, null, null, null);
	}

	private static boolean storable(String text) {
		return text.length() <= LONGEST && text.codePoints()
			.noneMatch((point) -> point == 0 || Character.getType(point) == Character.SURROGATE);
	}

}
