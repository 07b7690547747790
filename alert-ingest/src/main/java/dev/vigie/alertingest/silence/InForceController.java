package dev.vigie.alertingest.silence;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.document.Specs;

/**
 * Which silences hold for some alerts.
 */
@RestController
class InForceController {

	private final InForce inForce;

	private final Specs specs;

	private final InstantSource clock;

	InForceController(InForce inForce, Specs specs, InstantSource clock) {
		this.inForce = inForce;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping(SilenceAccess.PATH + "/in-force")
	@Operation(summary = "Which silence holds for each of these alerts now",
			description = "Takes an integration and the labels of its alerts; answers in their order.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Question.class)))
	Answer inForce(@RequestBody JsonNode body) {
		Question question = this.specs.read(body, Question.class);
		return new Answer(this.inForce.on(question.integration(), question.alerts(), this.clock.instant())
			.stream()
			.map((muting) -> new Item(muting.orElse(null)))
			.toList());
	}

	/**
	 * Some alerts of an integration, by their labels.
	 */
	record Question(@NotNull(message = "is required") @Size(max = 200) String integration,
			@NotNull(message = "is required") @Size(max = 500, message = "must be at most 500") List<@NotNull(
					message = "is required") Map<String, @NotNull(message = "is required") String>> alerts) {
	}

	record Answer(List<Item> items) {
	}

	/**
	 * What holds for one alert.
	 *
	 * @param silence absent if nothing does
	 */
	record Item(@JsonInclude(JsonInclude.Include.NON_NULL) InForce.@Nullable Muting silence) {
	}

}
