package dev.vigie.oncall.person;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.contact.NotificationRule;
import dev.vigie.oncall.contact.NotificationRule.Urgency;
import dev.vigie.shared.time.Delay;

/**
 * How a person wants to be told of something at an instant.
 *
 * @param localTime what the person's clock shows then
 * @param rule the place of the rule that counts, from 0; absent where none holds and the
 * preferred address is used at once
 * @param steps what is tried; nothing once they have left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationPlan(String person, Urgency urgency, Instant at, LocalDateTime localTime, @Nullable Integer rule,
		List<Step> steps) {

	NotificationPlan {
		steps = List.copyOf(steps);
	}

	static NotificationPlan of(PersonView person, Urgency urgency, Instant at) {
		PersonSpec spec = person.spec();
		LocalDateTime local = LocalDateTime.ofInstant(at, spec.zone());
		if (person.isGone(at)) {
			return new NotificationPlan(person.name(), urgency, at, local, null, List.of());
		}
		List<NotificationRule> rules = spec.notificationRules();
		int counting = IntStream.range(0, rules.size())
			.filter((i) -> rules.get(i).holds(urgency, local, spec.workingHours()))
			.findFirst()
			.orElse(-1);
		if (counting < 0) {
			return new NotificationPlan(person.name(), urgency, at, local, null, preferred(spec));
		}
		return new NotificationPlan(person.name(), urgency, at, local, counting,
				rules.get(counting).steps().stream().map((step) -> Step.of(step, spec)).toList());
	}

	private static List<Step> preferred(PersonSpec spec) {
		return spec.contactMethods()
			.stream()
			.filter((method) -> method.type().isSent())
			.limit(1)
			.map((method) -> Step.of(new Delay("0m"), method))
			.toList();
	}

	/**
	 * One thing that is tried.
	 *
	 * @param sent whether anything goes out by this type so far
	 */
	record Step(Delay after, String contactMethod, ContactMethod.Type type, String address, boolean sent) {

		private static Step of(NotificationRule.Step step, PersonSpec spec) {
			return of(step.after(),
					spec.contactMethods()
						.stream()
						.filter((method) -> method.key().equals(step.contactMethod()))
						.findFirst()
						.orElseThrow());
		}

		private static Step of(Delay after, ContactMethod method) {
			return new Step(after, method.key(), method.type(), method.address(), method.type().isSent());
		}

	}

}
