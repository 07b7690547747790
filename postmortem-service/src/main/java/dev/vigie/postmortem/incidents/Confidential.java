package dev.vigie.postmortem.incidents;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.vigie.shared.access.Caller;

/**
 * Asks before any endpoint below a path is reached whether the caller may know of what is
 * named there, so that an endpoint that is added later cannot forget it.
 */
public abstract class Confidential implements HandlerInterceptor, WebMvcConfigurer {

	private final String paths;

	protected Confidential(String paths) {
		this.paths = paths;
	}

	/**
	 * Refuses whoever may not know of it, as if it were not there.
	 */
	protected abstract void check(UUID id, Caller caller);

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(this.paths);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
			variables.values().stream().flatMap(Confidential::id).forEach((id) -> check(id, Caller.present()));
		}
		return true;
	}

	// What is no id is refused by the endpoint itself.
	private static Stream<UUID> id(Object value) {
		try {
			return Stream.of(UUID.fromString(value.toString()));
		}
		catch (IllegalArgumentException _) {
			return Stream.empty();
		}
	}

}
