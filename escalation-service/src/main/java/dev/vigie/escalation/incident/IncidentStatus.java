package dev.vigie.escalation.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The states of an incident and where each command leads: the one table of them. A
 * command that was said before leads to where the incident is.
 */
enum IncidentStatus {

	TRIGGERED, ACKNOWLEDGED, SNOOZED, RESOLVED, CLOSED, CANCELLED, MERGED;

	/**
	 * Those that can be said again and again and mean something each time.
	 */
	private static final Set<IncidentCommand> STAYING = Set.of(IncidentCommand.INVESTIGATING,
			IncidentCommand.IDENTIFIED, IncidentCommand.MITIGATED, IncidentCommand.SNOOZE, IncidentCommand.RESTART,
			IncidentCommand.SPLIT);

	/**
	 * Where a command leads from here, nowhere when it is not legal.
	 */
	Optional<IncidentStatus> after(IncidentCommand command) {
		return Optional.ofNullable(switch (command) {
			case ACKNOWLEDGE -> isOpen() ? ACKNOWLEDGED : null;
			case UNACKNOWLEDGE -> (this == ACKNOWLEDGED || this == TRIGGERED) ? TRIGGERED : null;
			case INVESTIGATING, IDENTIFIED, MITIGATED -> (this == ACKNOWLEDGED) ? this : null;
			case SNOOZE -> isOpen() ? SNOOZED : null;
			case UNSNOOZE -> (this == SNOOZED || this == TRIGGERED) ? TRIGGERED : null;
			case RESOLVE -> (isOpen() || this == RESOLVED) ? RESOLVED : null;
			case CLOSE -> (this == RESOLVED || this == CLOSED) ? CLOSED : null;
			case CANCEL -> (isOpen() || this == CANCELLED) ? CANCELLED : null;
			case REOPEN -> (!isOpen() || this == TRIGGERED) ? TRIGGERED : null;
			case RESTART -> isOpen() ? TRIGGERED : null;
			case MERGE -> (isOpen() || this == MERGED) ? MERGED : null;
			case SPLIT -> isOpen() ? this : null;
		});
	}

	/**
	 * What a person may say now that changes something.
	 */
	List<String> commands() {
		return Arrays.stream(IncidentCommand.values())
			.filter((command) -> after(command).filter((to) -> to != this || STAYING.contains(command)).isPresent())
			.map(IncidentCommand::word)
			.toList();
	}

	boolean isOpen() {
		return switch (this) {
			case TRIGGERED, ACKNOWLEDGED, SNOOZED -> true;
			case RESOLVED, CLOSED, CANCELLED, MERGED -> false;
		};
	}

}
