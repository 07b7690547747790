package dev.vigie.alertingest.sender.opsgenie;

import java.util.Arrays;
import java.util.Optional;

import org.springframework.http.HttpMethod;

/**
 * What a sender may do to an alert.
 */
enum Action {

	CREATE("POST", "", "Create", "Created alert"), CLOSE("POST", "close", "Close", "Closed alert"),
	ACKNOWLEDGE("POST", "acknowledge", "Acknowledge", "Acknowledged alert"),
	UNACKNOWLEDGE("POST", "unacknowledge", "UnAcknowledge", "Unacknowledged alert"),
	SNOOZE("POST", "snooze", "Snooze", "Snoozed alert"), NOTE("POST", "notes", "AddNote", "Added note"),
	ASSIGN("POST", "assign", "Assign", "Assigned alert"), ESCALATE("POST", "escalate", "Escalate", "Escalated alert"),
	ADD_TEAM("POST", "teams", "AddTeam", "Added team"),
	ADD_RESPONDER("POST", "responders", "AddResponder", "Added responder"),
	ADD_TAGS("POST", "tags", "AddTags", "Added tags"), REMOVE_TAGS("DELETE", "tags", "RemoveTags", "Removed tags"),
	ADD_DETAILS("POST", "details", "AddDetails", "Added details"),
	REMOVE_DETAILS("DELETE", "details", "RemoveDetails", "Removed details"),
	RUN("POST", "actions", "ExecuteCustomAction", "Executed action"),
	MESSAGE("PUT", "message", "UpdateMessage", "Updated message"),
	DESCRIPTION("PUT", "description", "UpdateDescription", "Updated description"),
	PRIORITY("PUT", "priority", "UpdatePriority", "Updated priority"), DELETE("DELETE", "", "Delete", "Deleted alert");

	private final String method;

	private final String path;

	private final String title;

	private final String outcome;

	Action(String method, String path, String title, String outcome) {
		this.method = method;
		this.path = path;
		this.title = title;
		this.outcome = outcome;
	}

	/**
	 * What a call means.
	 * @param path what follows the alert's identifier
	 */
	static Optional<Action> of(HttpMethod method, String path) {
		return Arrays.stream(values())
			.filter((action) -> action.method.equals(method.name()) && action.path.equals(path))
			.findFirst();
	}

	/**
	 * What Opsgenie calls it.
	 */
	String title() {
		return this.title;
	}

	/**
	 * What Opsgenie says when it is done.
	 */
	String outcome() {
		return this.outcome;
	}

}
