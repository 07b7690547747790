package dev.vigie.escalation.command;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Who has a role now, for other features.
 */
@Component
public class Roles {

	private final RoleTable table;

	Roles(RoleTable table) {
		this.table = table;
	}

	/**
	 * The name of the person who has the role; of several, who has had it longest.
	 */
	public Optional<String> holder(UUID incidentId, Role role) {
		return this.table.present(incidentId, role).map(Holding::person);
	}

}
