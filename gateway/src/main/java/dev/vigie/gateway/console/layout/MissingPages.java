package dev.vigie.gateway.console.layout;

import java.net.URI;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import dev.vigie.gateway.relay.SenderPaths;

/**
 * What nobody answers: a page for people, a problem for programs.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPages {

	@ExceptionHandler
	Object on(NoResourceFoundException missing, HttpServletRequest request) {
		return answer(missing, request);
	}

	@ExceptionHandler
	Object on(HttpRequestMethodNotSupportedException other, HttpServletRequest request) {
		return answer(other, request);
	}

	private static Object answer(ErrorResponse missing, HttpServletRequest request) {
		String path = request.getRequestURI();
		if (!path.startsWith("/api/") && !SenderPaths.contain(path)) {
			return ErrorPages.page(missing.getStatusCode());
		}
		HttpStatus status = HttpStatus.valueOf(missing.getStatusCode().value());
		ProblemDetail problem = missing.getBody();
		problem.setType(URI.create("/problems/" + status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-')));
		return ResponseEntity.status(status).headers(missing.getHeaders()).body(problem);
	}

}
