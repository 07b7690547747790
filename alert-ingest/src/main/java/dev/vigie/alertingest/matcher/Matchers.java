package dev.vigie.alertingest.matcher;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.google.re2j.Pattern;

/**
 * Matchers that all must hold, ready to be asked.
 */
public final class Matchers {

	private final List<Condition> conditions;

	private Matchers(List<Condition> conditions) {
		this.conditions = conditions;
	}

	public static Matchers of(List<LabelMatcher> matchers) {
		return new Matchers(matchers.stream().map(Condition::of).toList());
	}

	public boolean match(Map<String, String> labels) {
		return this.conditions.stream().allMatch((condition) -> condition.holds(labels));
	}

	/**
	 * Whether they would hold for alerts that have none of the labels, which is nearly
	 * every alert there is.
	 */
	public boolean matchAnything() {
		return match(Map.of());
	}

	private record Condition(String label, Predicate<String> test) {

		static Condition of(LabelMatcher matcher) {
			if (matcher.equals() != null) {
				return new Condition(matcher.label(), Predicate.isEqual(matcher.equals()));
			}
			if (matcher.notEquals() != null) {
				return new Condition(matcher.label(), Predicate.<String>isEqual(matcher.notEquals()).negate());
			}
			if (matcher.matches() != null) {
				Pattern pattern = WholeRegex.compile(matcher.matches());
				return new Condition(matcher.label(), pattern::matches);
			}
			Pattern pattern = WholeRegex.compile(String.valueOf(matcher.notMatches()));
			return new Condition(matcher.label(), (value) -> !pattern.matches(value));
		}

		boolean holds(Map<String, String> labels) {
			return this.test.test(labels.getOrDefault(this.label, ""));
		}

	}

}
