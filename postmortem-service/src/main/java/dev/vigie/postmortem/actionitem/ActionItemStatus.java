package dev.vigie.postmortem.actionitem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.vigie.shared.problem.Invalid;

/**
 * Where an action item stands and where it may go; what is closed is reopened before it
 * moves on.
 */
enum ActionItemStatus {

	OPEN, IN_PROGRESS, DONE, CANCELLED;

	Set<ActionItemStatus> next() {
		return switch (this) {
			case OPEN -> Set.of(IN_PROGRESS, DONE, CANCELLED);
			case IN_PROGRESS -> Set.of(OPEN, DONE, CANCELLED);
			case DONE, CANCELLED -> Set.of(OPEN);
		};
	}

	boolean isClosed() {
		return this == DONE || this == CANCELLED;
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	static List<String> texts(Set<ActionItemStatus> statuses) {
		return statuses.stream().sorted().map(ActionItemStatus::text).toList();
	}

	static ActionItemStatus parse(String field, String text) {
		return Arrays.stream(values())
			.filter((status) -> status.name().equalsIgnoreCase(text))
			.findAny()
			.orElseThrow(() -> new Invalid(field, "must be one of "
					+ Arrays.stream(values()).map(ActionItemStatus::text).collect(Collectors.joining(", "))));
	}

}
