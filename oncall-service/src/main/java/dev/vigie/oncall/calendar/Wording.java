package dev.vigie.oncall.calendar;

import java.util.Map;

import dev.vigie.oncall.person.PersonSpec.Language;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;

/**
 * What shifts are called in somebody's calendar.
 */
enum Wording {

	EN("On call: %s (%s)", "On call: %s",
			Map.of(Role.PRIMARY, "primary", Role.BACKUP, "backup", Role.SHADOW, "shadow", Role.MANAGER, "manager"),
			Map.of(Cause.Kind.LAYER, "Layer %s", Cause.Kind.TEMPORARY, "Temporary schedule", Cause.Kind.OVERRIDE,
					"Override", Cause.Kind.SWAP, "Swap")),

	FR("Astreinte : %s (%s)", "Astreinte : %s",
			Map.of(Role.PRIMARY, "titulaire", Role.BACKUP, "renfort", Role.SHADOW, "observateur", Role.MANAGER,
					"responsable"),
			Map.of(Cause.Kind.LAYER, "Couche %s", Cause.Kind.TEMPORARY, "Planning temporaire", Cause.Kind.OVERRIDE,
					"Remplacement", Cause.Kind.SWAP, "Échange"));

	private final String own;

	private final String calendar;

	private final Map<Role, String> roles;

	private final Map<Cause.Kind, String> causes;

	Wording(String own, String calendar, Map<Role, String> roles, Map<Cause.Kind, String> causes) {
		this.own = own;
		this.calendar = calendar;
		this.roles = roles;
		this.causes = causes;
	}

	static Wording of(Language language) {
		return switch (language) {
			case EN -> EN;
			case FR -> FR;
		};
	}

	/**
	 * The name of a calendar.
	 */
	String calendar(String whose) {
		return this.calendar.formatted(whose);
	}

	/**
	 * The title of a shift in the calendar of whose it is.
	 */
	String own(String schedule, Shift shift) {
		return this.own.formatted(schedule, role(shift));
	}

	/**
	 * The title of a shift among those of others. The name stands alone between dashes,
	 * so that it is found when somebody reads the calendar in again.
	 */
	String among(String schedule, Shift shift, String displayName) {
		return "%s – %s – %s".formatted(displayName, schedule, role(shift));
	}

	private String role(Shift shift) {
		return this.roles.getOrDefault(shift.role(), shift.role().text());
	}

	/**
	 * Why it is theirs.
	 */
	String cause(Shift shift) {
		Cause cause = shift.cause();
		return this.causes.getOrDefault(cause.kind(), "%s").formatted(cause.name());
	}

}
