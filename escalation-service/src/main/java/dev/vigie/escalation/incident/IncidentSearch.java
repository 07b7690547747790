package dev.vigie.escalation.incident;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.problem.Invalid;

/**
 * Which incidents somebody looks for.
 *
 * @param severities empty for every one
 * @param teams empty for every one
 * @param text what the title or the value of a label contains, or a number; null for
 * anything
 * @param viewer the person who looks, null if it is none: of what is private they find
 * what they may know of
 */
record IncidentSearch(Set<IncidentStatus> statuses, Set<Severity> severities, Set<String> teams, @Nullable String text,
		@Nullable String viewer) {

	static IncidentSearch of(@Nullable List<String> status, @Nullable List<String> severity,
			@Nullable List<String> team, @Nullable String text, @Nullable String viewer) {
		return new IncidentSearch(statuses((status != null) ? status : List.of()),
				(severity != null) ? severities(severity) : Set.of(), (team != null) ? Set.copyOf(team) : Set.of(),
				(text != null && !text.isBlank()) ? text.strip() : null, viewer);
	}

	private static Set<IncidentStatus> statuses(List<String> names) {
		Set<IncidentStatus> statuses = EnumSet.noneOf(IncidentStatus.class);
		for (String name : names) {
			List<IncidentStatus> meant = Arrays.stream(IncidentStatus.values())
				.filter((status) -> name.strip().equalsIgnoreCase("open") ? status.isOpen()
						: name.strip().equalsIgnoreCase(status.name()))
				.toList();
			statuses.addAll(meant);
			if (meant.isEmpty()) {
				throw new Invalid("status",
						"must be open or a status, several with commas: " + Arrays.stream(IncidentStatus.values())
							.map(IncidentView::word)
							.collect(Collectors.joining(", ")));
			}
		}
		return statuses.isEmpty() ? EnumSet.allOf(IncidentStatus.class) : statuses;
	}

	private static Set<Severity> severities(List<String> names) {
		try {
			return names.stream().map(Severity::of).collect(Collectors.toSet());
		}
		catch (IllegalArgumentException wrong) {
			throw new Invalid("severity", String.valueOf(wrong.getMessage()));
		}
	}

	/**
	 * The text as a pattern of SQL.
	 */
	@Nullable String pattern() {
		return (this.text != null)
				? "%" + this.text.replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1").toLowerCase(Locale.ROOT) + "%"
				: null;
	}

	/**
	 * The number that the text says, -1 if it says none.
	 */
	long number() {
		return (this.text != null) ? IncidentNumber.parse(this.text).orElse(-1L) : -1;
	}

}
