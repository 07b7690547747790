package dev.vigie.gateway.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An active account, as other features see it.
 *
 * @param id its id
 * @param name its name
 * @param person the person behind it, if any
 * @param role what it may do
 * @param epoch grows whenever its browser sessions must end
 * @param mustChangePassword whether it still has its one-time password
 */
public record Identity(UUID id, String name, @Nullable String person, Role role, int epoch,
		boolean mustChangePassword) {
}
