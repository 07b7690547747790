package dev.vigie.shared.access;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpMethod;

/**
 * The rules of a program: which scope opens which path. What no rule names is denied.
 */
public final class Access {

	private final List<Rule> rules = new ArrayList<>();

	/**
	 * Reading below the path asks for {@code scope}.
	 */
	public Access read(String pattern, String scope) {
		this.rules.add(new Rule(HttpMethod.GET, pattern, scope));
		return this;
	}

	/**
	 * Any other method below the path asks for {@code scope}.
	 */
	public Access write(String pattern, String scope) {
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
			this.rules.add(new Rule(method, pattern, scope));
		}
		return this;
	}

	/**
	 * One method below the path asks for {@code scope}; rules declared earlier win.
	 */
	public Access on(HttpMethod method, String pattern, String scope) {
		this.rules.add(new Rule(method, pattern, scope));
		return this;
	}

	/**
	 * The path is open: it checks its own key, as the senders' paths do.
	 */
	public Access open(HttpMethod method, String pattern) {
		this.rules.add(new Rule(method, pattern, ""));
		return this;
	}

	List<Rule> rules() {
		return List.copyOf(this.rules);
	}

	record Rule(HttpMethod method, String pattern, String scope) {
	}

}
