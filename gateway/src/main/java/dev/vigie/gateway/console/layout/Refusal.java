package dev.vigie.gateway.console.layout;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

import dev.vigie.shared.problem.Problem;

/**
 * Why a program did not do what it was told.
 *
 * @param errors what is wrong with which field
 * @param holders who has the role that was meant
 */
record Refusal(@Nullable String type, @Nullable String detail, @Nullable List<Problem.FieldError> errors,
		@Nullable List<String> holders) {

	static Refusal of(HttpClientErrorException answer) {
		try {
			Refusal refusal = answer.getResponseBodyAs(Refusal.class);
			return (refusal != null) ? refusal : new Refusal(null, null, null, null);
		}
		catch (RestClientException | IllegalStateException _) {
			return new Refusal(null, null, null, null); // says nothing we know
		}
	}

	static Refusal of(Problem problem) {
		return new Refusal(problem.slug(), problem.getMessage(), problem.errors(), null);
	}

	/**
	 * The last word of its type.
	 */
	String slug() {
		return (this.type != null) ? this.type.substring(this.type.lastIndexOf('/') + 1) : "";
	}

	List<Problem.FieldError> wrong() {
		return (this.errors != null) ? this.errors : List.of();
	}

	List<String> held() {
		return (this.holders != null) ? this.holders : List.of();
	}

}
