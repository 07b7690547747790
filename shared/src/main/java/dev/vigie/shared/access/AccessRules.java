package dev.vigie.shared.access;

/**
 * Implemented by each feature that has endpoints: it declares what opens them.
 */
@FunctionalInterface
public interface AccessRules {

	void declare(Access access);

}
