package dev.vigie.escalation.incident;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds where alerts belong. An open incident that holds the alert wins over the group
 * the sender puts it in, for groups change when somebody edits the sender's routes.
 */
@Component
class AlertPlaces {

	private final Incidents incidents;

	private final AlertTable alerts;

	private final IncidentProperties properties;

	AlertPlaces(Incidents incidents, AlertTable alerts, IncidentProperties properties) {
		this.incidents = incidents;
		this.alerts = alerts;
		this.properties = properties;
	}

	AlertPlace of(Batch batch, AlertSender sender, ReportedAlert alert) {
		HeldAlert held = this.alerts.find(sender.integration(), alert).orElse(null);
		Touched open = open(batch, sender, held);
		if (open != null) {
			boolean firing = held != null && held.firing() && held.incidentId().equals(open.incident.id);
			return new AlertPlace.Open(open, firing);
		}
		if (held == null) {
			return new AlertPlace.Nowhere();
		}
		// A person may have resolved it while we waited for its lock: then it is found as
		// resolved now.
		HeldAlert resolved = held.open() ? this.alerts.find(sender.integration(), alert).orElseThrow() : held;
		if (resolved.goesOnWith(alert)) {
			return new AlertPlace.StaysResolved(resolved.incidentId());
		}
		return resolved.returnsWith(alert, this.properties.reopenWindow())
				? new AlertPlace.Returns(resolved.incidentId(), resolved.firing()) : new AlertPlace.Nowhere();
	}

	private @Nullable Touched open(Batch batch, AlertSender sender, @Nullable HeldAlert held) {
		Optional<UUID> holder = Optional.ofNullable(held).filter(HeldAlert::open).map(HeldAlert::incidentId);
		return holder.map(batch::touch)
			.filter((touched) -> touched.incident.status.isOpen())
			.or(() -> ofGroup(batch, sender))
			.orElse(null);
	}

	private Optional<Touched> ofGroup(Batch batch, AlertSender sender) {
		return this.incidents.openOf(sender.origin())
			.map(batch::touch)
			.filter((touched) -> touched.incident.status.isOpen());
	}

	Touched open(Batch batch, AlertSender sender, ReportedAlert alert) {
		Incident incident = this.incidents.open(alert.title(sender.groupLabels()), sender.origin(), batch.now());
		incident.team = sender.team();
		return batch.opened(incident);
	}

	/**
	 * An incident goes with its alerts when the sender groups them in another way, unless
	 * the new group has an open incident of its own.
	 */
	void follow(Touched touched, AlertSender sender) {
		Origin origin = sender.origin();
		Incident incident = touched.incident;
		if (incident.status.isOpen() && !incident.origin.isSame(origin) && this.incidents.openOf(origin).isEmpty()) {
			touched.follows(origin);
			this.incidents.save(incident);
		}
	}

	/**
	 * Keeps how many alerts of its group the sender held back.
	 */
	void hide(Batch batch, AlertSender sender) {
		this.incidents.openOf(sender.origin()).ifPresent((id) -> batch.touch(id).hidden(sender.hidden()));
	}

}
