package dev.vigie.shared.problem;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns every error of a program into a problem document (RFC 9457). Nothing reaches a
 * caller as a stack trace.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> on(Problem problem) {
		ProblemDetail detail = detail(problem.status(), problem.slug(), problem.getMessage());
		if (!problem.errors().isEmpty()) {
			detail.setProperty("errors", problem.errors());
		}
		problem.properties().forEach(detail::setProperty);
		HttpHeaders headers = new HttpHeaders();
		if (problem instanceof Unavailable unavailable) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(unavailable.retryAfter().toSeconds()));
		}
		if (problem instanceof Denied denied && denied.challenge() != null) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, denied.challenge());
		}
		return new ResponseEntity<>(detail, headers, detail.getStatus());
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			CannotCreateTransactionException.class, TransactionSystemException.class })
	ResponseEntity<ProblemDetail> onDatabaseAway(RuntimeException failure) {
		log.warn("The database did not answer: {}", failure.getMessage());
		return on(new Unavailable("The database does not answer at the moment; nothing was taken, send it again",
				Duration.ofSeconds(5)));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> onLostRace(OptimisticLockingFailureException lost) {
		log.info("A concurrent change won: {}", lost.getMessage());
		return on(new Conflict("stale", "Somebody else has changed this in the meantime; read it again"));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> onCollision(DataIntegrityViolationException failure) {
		if (failure.getRootCause() instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("22")) {
			return on(new Invalid("", "holds a value that cannot be stored, such as the character U+0000"));
		}
		log.warn("A change collided with what is stored", failure);
		return on(new Conflict("collision", "This collides with what is stored by now; read it again"));
	}

	// JPA says so when the connection breaks in its commit or rollback.
	@ExceptionHandler
	ResponseEntity<ProblemDetail> onUnclear(UncategorizedDataAccessException failure) throws Exception {
		return DatabaseAway.isCauseOf(failure) ? onDatabaseAway(failure) : onUnexpected(failure);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> onNeighbourAway(ResourceAccessException failure) {
		log.warn("Another service did not answer: {}", failure.getMessage());
		ProblemDetail detail = detail(HttpStatus.BAD_GATEWAY, "upstream",
				"A service that this one asks did not answer");
		return new ResponseEntity<>(detail, HttpStatus.BAD_GATEWAY);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> onUnexpected(Exception failure) throws Exception {
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
			throw failure; // answered by the security filter chain
		}
		if (failure instanceof RuntimeException away && DatabaseAway.isCauseOf(away)) {
			return onDatabaseAway(away);
		}
		log.error("Unexpected failure", failure);
		return new ResponseEntity<>(
				detail(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected",
						"Something went wrong here; the program's log has the cause"),
				HttpStatus.INTERNAL_SERVER_ERROR);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException failure,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Problem.FieldError> errors = new ArrayList<>();
		failure.getBindingResult()
			.getFieldErrors()
			.forEach((error) -> errors
				.add(new Problem.FieldError(error.getField(), String.valueOf(error.getDefaultMessage()))));
		failure.getBindingResult()
			.getGlobalErrors()
			.forEach((error) -> errors.add(new Problem.FieldError("", String.valueOf(error.getDefaultMessage()))));
		ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, "invalid", new Invalid(errors).getMessage());
		detail.setProperty("errors", errors);
		return new ResponseEntity<>(detail, headers, HttpStatus.BAD_REQUEST);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failure,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Problem.FieldError error = (failure.getCause() instanceof JacksonException cause) ? Misreading.of(cause)
				: new Problem.FieldError("", "The body is missing or cannot be read as JSON");
		ProblemDetail detail = detail(HttpStatus.BAD_REQUEST,
				(failure.getCause() instanceof DatabindException) ? "invalid" : "unreadable",
				new Invalid(List.of(error)).getMessage());
		detail.setProperty("errors", List.of(error));
		return new ResponseEntity<>(detail, headers, HttpStatus.BAD_REQUEST);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException failure, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = (failure.getPropertyName() != null) ? failure.getPropertyName() : "";
		Class<?> type = failure.getRequiredType();
		Problem.FieldError error = new Problem.FieldError(name,
				(type != null) ? "is not of type " + type.getSimpleName() : "cannot be read");
		ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, "invalid", name + ": " + error.reason());
		detail.setProperty("errors", List.of(error));
		return new ResponseEntity<>(detail, headers, HttpStatus.BAD_REQUEST);
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (body instanceof ProblemDetail detail && URI.create("about:blank").equals(detail.getType())) {
			detail.setType(type(slug(status)));
		}
		return new ResponseEntity<>(body, headers, status);
	}

	private static ProblemDetail detail(HttpStatus status, String slug, @Nullable String text) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(status,
				(text != null) ? text : status.getReasonPhrase());
		detail.setType(type(slug));
		return detail;
	}

	private static String slug(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-')
				: "http-" + status.value();
	}

	private static URI type(String slug) {
		return URI.create("/problems/" + slug);
	}

}
