package dev.vigie.gateway.console.layout;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page of the console who reads it and whether they may act.
 */
@ControllerAdvice("dev.vigie.gateway.console")
class Reader {

	@ModelAttribute("reader")
	@Nullable String reader() {
		Authentication reader = SecurityContextHolder.getContext().getAuthentication();
		return (reader != null) ? reader.getName() : null;
	}

	@ModelAttribute("mayRespond")
	boolean mayRespond() {
		Authentication reader = SecurityContextHolder.getContext().getAuthentication();
		return reader != null && reader.getAuthorities()
			.stream()
			.anyMatch((authority) -> "SCOPE_incidents:write".equals(authority.getAuthority()));
	}

}
