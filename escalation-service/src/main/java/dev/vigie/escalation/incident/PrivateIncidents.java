package dev.vigie.escalation.incident;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.vigie.shared.access.Caller;

/**
 * Keeps private incidents from whoever is not named, before any endpoint below an
 * incident's path is reached: one that is added later cannot forget it. For others the
 * incident is not there.
 */
@Component
class PrivateIncidents implements HandlerInterceptor, WebMvcConfigurer {

	private static final String NUMBER = "number";

	private final KnownIncidents incidents;

	PrivateIncidents(KnownIncidents incidents) {
		this.incidents = incidents;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(IncidentAccess.PATH + "/*/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get(NUMBER) instanceof String number) {
			this.incidents.checkVisible(number, Caller.present());
		}
		return true;
	}

}
