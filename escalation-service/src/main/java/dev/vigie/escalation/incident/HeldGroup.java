package dev.vigie.escalation.incident;

import java.time.Instant;

import dev.vigie.escalation.grouping.GroupedBy;

/**
 * A group of alerts as an incident holds it.
 */
final class HeldGroup {

	final Incident incident;

	final Origin origin;

	final Instant joinedAt;

	Kind kind;

	int hidden;

	boolean open;

	HeldGroup(Incident incident, Origin origin, Kind kind, Instant joinedAt) {
		this.incident = incident;
		this.origin = origin;
		this.kind = kind;
		this.joinedAt = joinedAt;
	}

	/**
	 * Whether new alerts of the group come here.
	 */
	boolean takesAlerts() {
		return countsHidden() && this.kind != Kind.HELD_BACK;
	}

	boolean countsHidden() {
		return this.open && this.incident.status.isOpen();
	}

	/**
	 * What made it a group.
	 */
	enum Kind {

		SENDER, LABELS, ALERT,

		/**
		 * A group of the sender whose alerts are spread by another rule; what the sender
		 * holds back of it has no alert and is counted in one incident only.
		 */
		HELD_BACK;

		static Kind of(GroupedBy by) {
			return valueOf(by.name());
		}

	}

}
