package dev.vigie.escalation.severity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Condition;
import dev.vigie.escalation.condition.Condition.Answer;
import dev.vigie.escalation.condition.Facts;

/**
 * A rule that is ready to be asked. Every form that people may write becomes one.
 */
interface Rule {

	Verdict ask(Facts facts);

	Asked asked();

	/**
	 * A condition and its severity.
	 */
	record When(Condition condition, Severity severity, @Nullable String reason) implements Rule {

		@Override
		public Verdict ask(Facts facts) {
			return switch (this.condition.ask(facts)) {
				case Answer.Yes _ -> new Verdict.Holds(
						new Assessment(this.severity, (this.reason != null) ? this.reason : this.condition.text()));
				case Answer.No _ -> Verdict.Fails.because("FALSE");
				case Answer.None none -> Verdict.Fails.because("NO_ANSWER", none.reason());
			};
		}

		@Override
		public Asked asked() {
			return this.condition.asked();
		}

	}

	/**
	 * A rule that counts only while a condition holds, and that may have words of its own
	 * before its reason.
	 */
	record Only(@Nullable Condition condition, Rule rule, @Nullable String reason) implements Rule {

		@Override
		public Verdict ask(Facts facts) {
			Answer answer = (this.condition != null) ? this.condition.ask(facts) : new Answer.Yes();
			return switch (answer) {
				case Answer.Yes _ -> named(this.rule.ask(facts));
				case Answer.No _ -> Verdict.Fails.because("FALSE");
				case Answer.None none -> Verdict.Fails.because("NO_ANSWER", none.reason());
			};
		}

		private Verdict named(Verdict verdict) {
			return (this.reason != null && verdict instanceof Verdict.Holds(Assessment assessment))
					? new Verdict.Holds(new Assessment(assessment.severity(), this.reason + ": " + assessment.reason()))
					: verdict;
		}

		@Override
		public Asked asked() {
			return (this.condition != null) ? Asked.all(List.of(this.condition.asked(), this.rule.asked()))
					: this.rule.asked();
		}

	}

}
