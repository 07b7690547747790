package dev.vigie.gateway.console.layout;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What nobody answers: a page for people, a problem for programs.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPages {

	@ExceptionHandler
	Object on(NoResourceFoundException missing, HttpServletRequest request) {
		String path = request.getRequestURI();
		if (path.startsWith("/api/") || path.startsWith("/integrations/")) {
			ProblemDetail problem = missing.getBody();
			problem.setType(URI.create("/problems/not-found"));
			return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem);
		}
		return ErrorPages.page(HttpStatus.NOT_FOUND);
	}

}
