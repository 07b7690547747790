package dev.vigie.escalation.incident;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.grouping.GroupedBy;

/**
 * Finds where alerts belong. An open incident that holds the alert wins over the group it
 * is in, for groups change when somebody edits the sender's routes, or the rules here.
 */
@Component
class AlertPlaces {

	private final IncidentProperties properties;

	AlertPlaces(IncidentProperties properties) {
		this.properties = properties;
	}

	AlertPlace of(Batch batch, Reported reported) {
		ReportedAlert alert = reported.alert();
		HeldAlert held = batch.memory().held(reported.integration(), alert).orElse(null);
		Incident open = (held != null && held.open()) ? held.incident()
				: batch.memory().taking(reported.origin()).map((group) -> group.incident).orElse(null);
		if (open != null) {
			return (held != null && held.incident() == open)
					? new AlertPlace.Open(batch.touch(open), held.firing(), held.group())
					: new AlertPlace.Open(batch.touch(open), false, null);
		}
		if (held == null) {
			return new AlertPlace.Nowhere();
		}
		if (held.goesOnWith(alert)) {
			return new AlertPlace.StaysResolved(held.incident(), group(held, reported));
		}
		return held.returnsWith(alert, this.properties.reopenWindow())
				? new AlertPlace.Returns(held.incident(), held.firing()) : new AlertPlace.Nowhere();
	}

	/**
	 * An incident goes with its alerts when the sender groups them in another way, unless
	 * the new group has an open incident of its own. It keeps its groups when somebody
	 * edits the rules here.
	 * @param before the group the alert was in, if it is known
	 * @return the group the alert is in now
	 */
	Origin follow(Batch batch, Touched touched, Reported reported, @Nullable Origin before) {
		Incident incident = touched.incident;
		Origin origin = reported.origin();
		Optional<HeldGroup> taking = batch.memory().taking(origin);
		if (taking.isPresent()) {
			return (taking.get().incident == incident || before == null) ? origin : before;
		}
		HeldGroup old = (before != null) ? batch.memory().groups().of(incident, before).orElse(null) : null;
		boolean returns = before != null && before.isSame(origin);
		boolean regrouped = reported.rule().by() == GroupedBy.SENDER
				&& (old == null || old.kind == HeldGroup.Kind.SENDER);
		if (!incident.status.isOpen() || !(returns || regrouped)) {
			return (before != null) ? before : origin;
		}
		regroup(batch, touched, reported, old);
		return origin;
	}

	private static void regroup(Batch batch, Touched touched, Reported reported, @Nullable HeldGroup old) {
		Incident incident = touched.incident;
		Origin origin = reported.origin();
		boolean named = old != null && incident.origin.isSame(old.origin);
		if (old != null && old.open && !old.origin.isSame(origin)) {
			batch.memory().groups().drop(old);
		}
		batch.memory().groups().adopt(incident, origin, reported.kind(), reported.at());
		if (incident.groupCount == 1) {
			touched.follows(origin);
		}
		else {
			touched.follows(
					named ? origin.with(incident.origin.groupLabels()) : incident.origin.with(origin.groupLabels()));
		}
		batch.memory().save(incident);
	}

	/**
	 * Lets the incident of an alert count what the sender holds back of its group, where
	 * no incident takes all of them.
	 */
	void spread(Batch batch, Incident incident, Reported reported) {
		Origin group = reported.sender().origin();
		if (incident.status.isOpen() && batch.memory().taking(group).isEmpty()) {
			batch.memory().groups().holdBack(incident, group, reported.at());
		}
	}

	/**
	 * Keeps how many alerts of its group the sender held back.
	 */
	void hide(Batch batch, AlertSender sender) {
		Origin group = sender.origin();
		batch.memory().counting(group, sender.hidden() > 0).ifPresent((counting) -> {
			Touched touched = batch.touch(counting.incident);
			if (counting.hidden != sender.hidden()) {
				batch.memory().groups().hide(counting, sender.hidden());
				touched.hidden((counting.kind == HeldGroup.Kind.HELD_BACK) ? counting : null);
				batch.memory().save(counting.incident);
			}
		});
	}

	private static Origin group(HeldAlert held, Reported reported) {
		return (held.group() != null) ? held.group() : reported.origin();
	}

}
