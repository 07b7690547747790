package dev.vigie.oncall.amendment;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Invalid;

/**
 * Who does something: for themselves, or for others where they keep the schedules.
 *
 * @param name what is written down
 * @param person who they are, if they are a person
 * @param keepsSchedules whether they may write schedules
 */
public record Actor(String name, @Nullable String person, boolean keepsSchedules) {

	public static Actor of(Caller caller, Authentication authentication) {
		boolean keeps = authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> "SCOPE_schedules:write".equals(authority.getAuthority()));
		return new Actor(caller.name(), caller.person(), keeps);
	}

	/**
	 * Who it is done for.
	 * @param field the field of the request that says so
	 * @param wanted what it says; null for the actor
	 */
	public String actingFor(String field, @Nullable String wanted) {
		String person = (wanted != null) ? wanted : this.person;
		if (person == null) {
			throw new Invalid(field, "is missing, and this account is nobody's");
		}
		check(person);
		return person;
	}

	/**
	 * Refuses to act for any but one of these people.
	 */
	public void check(@Nullable String... people) {
		if (this.keepsSchedules) {
			return;
		}
		for (String person : people) {
			if (person != null && person.equals(this.person)) {
				return;
			}
		}
		throw Denied.forbidden("Only whom it is about and whoever may write schedules can do this");
	}

}
