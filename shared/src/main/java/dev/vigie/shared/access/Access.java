package dev.vigie.shared.access;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * The rules of a program: which scope opens which path. What no rule names is denied.
 */
public final class Access {

	private final List<Rule> rules = new ArrayList<>();

	/**
	 * Reading below the path asks for {@code scope}.
	 */
	public Access read(String pattern, String scope) {
		return on(HttpMethod.HEAD, pattern, scope).on(HttpMethod.GET, pattern, scope);
	}

	/**
	 * Any other method below the path asks for {@code scope}.
	 */
	public Access write(String pattern, String scope) {
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
			on(method, pattern, scope);
		}
		return this;
	}

	/**
	 * One method below the path asks for {@code scope}; rules declared earlier win.
	 */
	public Access on(HttpMethod method, String pattern, String scope) {
		return onAny(method, pattern, List.of(scope));
	}

	/**
	 * One method below the path asks for any of the scopes.
	 */
	public Access onAny(HttpMethod method, String pattern, List<String> scopes) {
		this.rules.add(new Rule(method, pattern, scopes));
		return this;
	}

	/**
	 * The path is open: it checks its own key, as the senders' paths do.
	 */
	public Access open(HttpMethod method, String pattern) {
		this.rules.add(new Rule(method, pattern, List.of()));
		return this;
	}

	/**
	 * Hands the rules to a filter chain, in the order they were declared.
	 */
	public void applyTo(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		for (Rule rule : this.rules) {
			if (rule.scopes().isEmpty()) {
				requests.requestMatchers(rule.method(), rule.pattern()).permitAll();
			}
			else {
				requests.requestMatchers(rule.method(), rule.pattern()).hasAnyAuthority(rule.authorities());
			}
		}
	}

	private record Rule(HttpMethod method, String pattern, List<String> scopes) {

		String[] authorities() {
			return this.scopes.stream().map((scope) -> "SCOPE_" + scope).toArray(String[]::new);
		}

	}

}
