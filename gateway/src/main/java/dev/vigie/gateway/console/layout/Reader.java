package dev.vigie.gateway.console.layout;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page of the console who reads it, where they are and what they may do.
 */
@ControllerAdvice("dev.vigie.gateway.console")
class Reader {

	private static final String CONSOLE = "/console/";

	@ModelAttribute("reader")
	@Nullable String reader() {
		Authentication reader = SecurityContextHolder.getContext().getAuthentication();
		return (reader != null) ? reader.getName() : null;
	}

	/**
	 * The entry of the navigation that the page belongs to.
	 */
	@ModelAttribute("area")
	String area(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.startsWith(CONSOLE) ? path.substring(CONSOLE.length()).split("/", 2)[0] : "incidents";
	}

	/**
	 * No form was refused, unless the page before says which.
	 */
	@ModelAttribute("form")
	Form form() {
		return Form.NONE;
	}

	@ModelAttribute("mayRespond")
	boolean mayRespond() {
		return holds("incidents:write");
	}

	@ModelAttribute("maySeeIntegrations")
	boolean maySeeIntegrations() {
		return holds("config:read");
	}

	@ModelAttribute("maySeeHandOffs")
	boolean maySeeHandOffs() {
		return holds("incidents:read");
	}

	@ModelAttribute("maySeeSilences")
	boolean maySeeSilences() {
		return holds("alerts:read");
	}

	@ModelAttribute("mayConfigure")
	boolean mayConfigure() {
		return holds("config:write");
	}

	private static boolean holds(String scope) {
		Authentication reader = SecurityContextHolder.getContext().getAuthentication();
		String authority = "SCOPE_" + scope;
		return reader != null
				&& reader.getAuthorities().stream().anyMatch((held) -> authority.equals(held.getAuthority()));
	}

}
