package dev.vigie.gateway.console.layout;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.servlet.ModelAndView;

import dev.vigie.shared.problem.Problem;

/**
 * Errors of pages are pages.
 */
@ControllerAdvice({ "dev.vigie.gateway.console", "dev.vigie.gateway.login" })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

	static final String VIEW = "gateway/layout/error";

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	@ExceptionHandler
	ModelAndView on(Problem problem) {
		return page(problem.status());
	}

	@ExceptionHandler
	ModelAndView onAnswer(RestClientResponseException answer) {
		log.info("A program answered a page with {}", answer.getStatusCode());
		return page(
				answer.getStatusCode().is5xxServerError() ? HttpStatus.SERVICE_UNAVAILABLE : answer.getStatusCode());
	}

	@ExceptionHandler
	ModelAndView onSilence(ResourceAccessException silence) {
		log.warn("A program did not answer a page: {}", silence.getMessage());
		return page(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@ExceptionHandler
	ModelAndView onUnexpected(Exception failure) throws Exception {
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
			throw failure; // answered by the security filter chain
		}
		if (failure instanceof ErrorResponse refusal) {
			return page(refusal.getStatusCode());
		}
		log.error("Unexpected failure of a page", failure);
		return page(HttpStatus.INTERNAL_SERVER_ERROR);
	}

	static ModelAndView page(HttpStatusCode status) {
		return new ModelAndView(VIEW, Map.of("status", status.value()), status);
	}

}
