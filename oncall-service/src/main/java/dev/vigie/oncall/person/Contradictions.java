package dev.vigie.oncall.person;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.contact.NotificationRule;
import dev.vigie.oncall.contact.NotificationRule.During;
import dev.vigie.oncall.contact.NotificationRule.Step;
import dev.vigie.oncall.contact.WorkingHours;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * What is right field by field in a person's document and does not go together.
 */
final class Contradictions {

	private final PersonSpec spec;

	private final List<String> keys;

	private final List<FieldError> errors = new ArrayList<>();

	private Contradictions(PersonSpec spec) {
		this.spec = spec;
		this.keys = spec.contactMethods().stream().map(ContactMethod::key).toList();
	}

	static List<FieldError> of(PersonSpec spec) {
		Contradictions found = new Contradictions(spec);
		found.lookAtWorkingHours();
		found.lookAtContactMethods();
		for (int i = 0; i < spec.notificationRules().size(); i++) {
			found.lookAtRule(i);
		}
		return found.errors;
	}

	private void lookAtWorkingHours() {
		List<WorkingHours> workingHours = this.spec.workingHours();
		if (!workingHours.isEmpty() && this.spec.timeZone() == null) {
			add("timeZone", "is needed where there are working hours");
		}
		for (int i = 0; i < workingHours.size(); i++) {
			if (workingHours.get(i).from().equals(workingHours.get(i).to())) {
				add("workingHours[" + i + "].to", "must not be the same as from");
			}
		}
	}

	private void lookAtContactMethods() {
		List<ContactMethod> methods = this.spec.contactMethods();
		for (int i = 0; i < methods.size(); i++) {
			ContactMethod method = methods.get(i);
			if (!method.fits()) {
				add("contactMethods[" + i + "].address", method.type().expected());
			}
			// Several without a name may share their type: no rule can mean one of them.
			if (method.name() != null && Collections.frequency(this.keys, method.name()) > 1) {
				add("contactMethods[" + i + "].name", "is what another contact method goes by too");
			}
		}
	}

	private void lookAtRule(int index) {
		NotificationRule rule = this.spec.notificationRules().get(index);
		String path = "notificationRules[" + index + "].";
		if (rule.during() != During.ALWAYS && this.spec.timeZone() == null) {
			add(path + "during", "needs a timeZone, unless it is always");
		}
		else if (rule.during().needsWorkingHours() && this.spec.workingHours().isEmpty()) {
			add(path + "during", "needs workingHours");
		}
		else if (isHidden(rule, this.spec.notificationRules().subList(0, index))) {
			add(path + "during", "is never looked at: a rule above holds whenever this one does");
		}
		for (int i = 0; i < rule.steps().size(); i++) {
			lookAtStep(path + "steps[" + i + "].", rule.steps().get(i));
			if (i > 0 && length(rule.steps().get(i)) < length(rule.steps().get(i - 1))) {
				add(path + "steps[" + i + "].after", "must not be before that of the step above");
			}
		}
	}

	private static boolean isHidden(NotificationRule rule, List<NotificationRule> above) {
		return above.stream()
			.anyMatch((other) -> other.urgency() == rule.urgency()
					&& (other.during() == During.ALWAYS || other.during() == rule.during()));
	}

	private void lookAtStep(String path, Step step) {
		int known = Collections.frequency(this.keys, step.contactMethod());
		if (known == 0) {
			add(path + "contactMethod", "there is no contact method " + step.contactMethod());
		}
		else if (known > 1) {
			add(path + "contactMethod",
					"there are several contact methods " + step.contactMethod() + "; give them names");
		}
	}

	private static long length(Step step) {
		return step.after().length().toMillis();
	}

	private void add(String field, String reason) {
		this.errors.add(new FieldError(field, reason));
	}

}
