package dev.vigie.shared.feature;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps a program from configuring libraries that only its neighbours use: when all
 * programs run in one JVM, all of them share one class path. A program names what it uses
 * in {@code vigie.features}; the same list holds when it runs alone.
 */
class FeatureFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final Map<String, String> FEATURE_BY_PREFIX = Map.of(
			"org.springframework.boot.security.oauth2.server.authorization.", "authorization-server",
			"org.springframework.boot.security.oauth2.client.", "oauth2-client", //
			"org.springframework.cloud.", "gateway", //
			"org.springframework.boot.thymeleaf.", "console", //
			"org.springframework.boot.session.", "session", //
			"org.springframework.boot.mail.", "mail", //
			"dev.vigie.shared.circuit.", "circuits", //
			"org.springdoc.webmvc.ui.", "docs", //
			"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration", "none");

	private Set<String> features = Set.of();

	@Override
	public void setEnvironment(Environment environment) {
		this.features = Set.of(environment.getProperty("vigie.features", String[].class, new String[0]));
	}

	@Override
	public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[candidates.length];
		for (int i = 0; i < candidates.length; i++) {
			matches[i] = isUsed(candidates[i]);
		}
		return matches;
	}

	private boolean isUsed(@Nullable String candidate) {
		if (candidate == null) {
			return true;
		}
		return FEATURE_BY_PREFIX.entrySet()
			.stream()
			.filter((entry) -> candidate.startsWith(entry.getKey()))
			.allMatch((entry) -> this.features.contains(entry.getValue()));
	}

}
