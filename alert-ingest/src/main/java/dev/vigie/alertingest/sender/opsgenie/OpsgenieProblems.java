package dev.vigie.alertingest.sender.opsgenie;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;
import dev.vigie.shared.problem.Unavailable;

/**
 * Says what went wrong as Opsgenie does, because its clients read it.
 */
@RestControllerAdvice(assignableTypes = { OpsgenieController.class, OpsgenieReading.class, OpsgenieHeartbeats.class })
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpsgenieProblems {

	@ExceptionHandler
	ResponseEntity<Refusal> on(Invalid invalid) {
		Map<String, String> errors = new LinkedHashMap<>();
		invalid.errors().stream().filter((error) -> !error.field().isEmpty()).forEach((error) -> {
			errors.putIfAbsent(error.field(), error.reason());
		});
		return errors.isEmpty() ? answer(HttpStatus.BAD_REQUEST, String.valueOf(invalid.getMessage()), null) : answer(
				HttpStatus.UNPROCESSABLE_CONTENT, "Request body is not processable. Please check the errors.", errors);
	}

	// Clients of Opsgenie and Alertmanager come again after it.
	@ExceptionHandler
	ResponseEntity<Refusal> on(Unavailable unavailable) {
		Refusal refusal = new Refusal(String.valueOf(unavailable.getMessage()), null, 0.001, UUID.randomUUID());
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").body(refusal);
	}

	@ExceptionHandler
	ResponseEntity<Refusal> on(Problem problem) {
		return answer(problem.status(), String.valueOf(problem.getMessage()), null);
	}

	private static ResponseEntity<Refusal> answer(HttpStatus status, String message,
			@Nullable Map<String, String> errors) {
		Refusal refusal = new Refusal(message, errors, 0.001, UUID.randomUUID());
		return ResponseEntity.status(status).header("X-Request-Id", refusal.requestId().toString()).body(refusal);
	}

	/**
	 * What is wrong.
	 *
	 * @param errors the reason for each field
	 */
	record Refusal(String message, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> errors,
			double took, UUID requestId) {
	}

}
