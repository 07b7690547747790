package dev.vigie.escalation.incident;

import org.springframework.stereotype.Component;

/**
 * Finds where alerts belong. An open incident that holds the alert wins over the group
 * the sender puts it in, for groups change when somebody edits the sender's routes.
 */
@Component
class AlertPlaces {

	private final IncidentProperties properties;

	AlertPlaces(IncidentProperties properties) {
		this.properties = properties;
	}

	AlertPlace of(Batch batch, AlertSender sender, ReportedAlert alert) {
		HeldAlert held = batch.memory().held(sender.integration(), alert).orElse(null);
		Incident open = (held != null && held.open()) ? held.incident()
				: batch.memory().openOf(sender.origin()).orElse(null);
		if (open != null) {
			boolean firing = held != null && held.firing() && held.incident() == open;
			return new AlertPlace.Open(batch.touch(open), firing);
		}
		if (held == null) {
			return new AlertPlace.Nowhere();
		}
		if (held.goesOnWith(alert)) {
			return new AlertPlace.StaysResolved(held.incident());
		}
		return held.returnsWith(alert, this.properties.reopenWindow())
				? new AlertPlace.Returns(held.incident(), held.firing()) : new AlertPlace.Nowhere();
	}

	Touched open(Batch batch, AlertSender sender, ReportedAlert alert) {
		Incident incident = batch.memory().open(alert.title(sender.groupLabels()), sender.origin(), batch.now());
		incident.team = sender.team();
		return batch.opened(incident);
	}

	/**
	 * An incident goes with its alerts when the sender groups them in another way, unless
	 * the new group has an open incident of its own.
	 */
	void follow(Batch batch, Touched touched, AlertSender sender) {
		Origin origin = sender.origin();
		Incident incident = touched.incident;
		if (incident.status.isOpen() && !incident.origin.isSame(origin) && batch.memory().openOf(origin).isEmpty()) {
			touched.follows(origin);
			batch.memory().save(incident);
		}
	}

	/**
	 * Keeps how many alerts of its group the sender held back.
	 */
	void hide(Batch batch, AlertSender sender) {
		batch.memory().openOf(sender.origin()).ifPresent((incident) -> batch.touch(incident).hidden(sender.hidden()));
	}

}
