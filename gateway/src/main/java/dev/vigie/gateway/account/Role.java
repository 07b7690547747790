package dev.vigie.gateway.account;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import static java.util.Locale.ROOT;

/**
 * What an account may do; each role has the scopes of the one before and more.
 */
public enum Role {

	VIEWER("alerts:read", "incidents:read", "schedules:read", "runbooks:read", "postmortems:read", "config:read"),

	RESPONDER(VIEWER, "incidents:write", "postmortems:write", "changes:write", "silences:write", "cover:write"),

	MANAGER(RESPONDER, "schedules:write", "runbooks:write", "config:write"),

	ADMIN(MANAGER, "accounts:write");

	private final Set<String> scopes;

	Role(String... scopes) {
		this.scopes = Set.of(scopes);
	}

	Role(Role lesser, String... more) {
		Set<String> all = new TreeSet<>(lesser.scopes);
		all.addAll(Set.of(more));
		this.scopes = Set.copyOf(all);
	}

	public Set<String> scopes() {
		return this.scopes;
	}

	@JsonValue
	public String text() {
		return name().toLowerCase(ROOT);
	}

	@JsonCreator
	static Role of(String text) {
		// Without a cause: callers read the innermost message.
		return Arrays.stream(values())
			.filter((role) -> role.text().equals(text.toLowerCase(ROOT)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("must be one of viewer, responder, manager, admin"));
	}

	@Override
	public String toString() {
		return text();
	}

}
