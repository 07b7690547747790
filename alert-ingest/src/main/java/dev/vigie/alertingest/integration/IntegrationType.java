package dev.vigie.alertingest.integration;

import java.util.List;
import java.util.Set;

/**
 * One kind of sender, as far as configuring it goes. Implemented as a bean by each
 * parser.
 */
public interface IntegrationType {

	/**
	 * What integrations of this type say in {@code type}, and a segment of their address.
	 */
	String type();

	/**
	 * Other names under which its address answers, as Grafana OnCall called it.
	 */
	default Set<String> aliases() {
		return Set.of();
	}

	/**
	 * The record that holds an integration's {@code settings}, with Jakarta Validation
	 * constraints; a class without fields if there is nothing to set.
	 */
	default Class<?> settings() {
		return NoSettings.class;
	}

	/**
	 * Checks what the constraints of the settings cannot say, when they are saved.
	 * @param settings a record of {@link #settings()}
	 * @throws dev.vigie.shared.problem.Invalid with the paths of the fields that are
	 * wrong
	 */
	default void check(Object settings) {
	}

	/**
	 * How to point this sender here, ready to paste.
	 */
	List<Setup> setup(IntegrationAddress address);

	/**
	 * There is nothing to set.
	 */
	record NoSettings() {
	}

}
