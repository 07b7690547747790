package dev.vigie.alertingest.sender;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.change.ChangeEvent;

/**
 * What a body says.
 *
 * @param parts what it says of alerts, a group each
 * @param changes deployments and the like that it tells of
 * @param note for the integration's log: what is special about the body, or why it pages
 * nobody
 */
public record Reading(List<Part> parts, List<ChangeEvent> changes, @Nullable String note) {

	private static final String CLEANED = "Characters that cannot be stored were taken out";

	public Reading {
		parts = List.copyOf(parts);
		changes = List.copyOf(changes);
	}

	/**
	 * A body about one group of alerts.
	 */
	public static Reading of(Group group, List<AlertChange> alerts) {
		return new Reading(List.of(new Part(group, alerts)), List.of(), null);
	}

	/**
	 * A body about groups of alerts.
	 */
	public static Reading of(List<Part> parts) {
		return new Reading(parts, List.of(), null);
	}

	/**
	 * A body that tells of a deployment or the like.
	 */
	public static Reading of(ChangeEvent change) {
		return new Reading(List.of(), List.of(change), null);
	}

	/**
	 * A body that was understood and changes nothing.
	 */
	public static Reading nothing(String note) {
		return new Reading(List.of(), List.of(), note);
	}

	public Reading noted(String note) {
		return new Reading(this.parts, this.changes, (this.note == null) ? note : this.note + "; " + note);
	}

	/**
	 * Notes it if characters had to be taken out.
	 */
	public Reading cleaned(boolean cleaned) {
		return cleaned ? noted(CLEANED) : this;
	}

	/**
	 * How many alerts the body listed.
	 */
	public int alerts() {
		return this.parts.stream().mapToInt((part) -> part.alerts().size()).sum();
	}

	/**
	 * What a body says of one group.
	 */
	public record Part(Group group, List<AlertChange> alerts) {

		public Part {
			alerts = List.copyOf(alerts);
		}

	}

}
