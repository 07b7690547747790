package dev.vigie.oncall.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Denied;

/**
 * Export over HTTP.
 */
@RestController
class ExportController {

	private final Keeping keeping;

	private final InstantSource clock;

	ExportController(Keeping keeping, InstantSource clock) {
		this.keeping = keeping;
		this.clock = clock;
	}

	@GetMapping("/api/v1/people/{name}/export")
	@Operation(summary = "Everything this program keeps of a person",
			description = "For the person themselves, and for whoever may write schedules.")
	Export export(@PathVariable String name, Caller caller, @Parameter(hidden = true) Authentication authentication) {
		boolean writes = authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> "SCOPE_schedules:write".equals(authority.getAuthority()));
		if (!writes && !name.equals(caller.person())) {
			throw Denied.forbidden("Only the person themselves and whoever may write schedules can have this");
		}
		return new Export(name, this.clock.instant(), this.keeping.export(name));
	}

	/**
	 * What is kept of a person, by part.
	 */
	record Export(String person, Instant exportedAt, Map<String, List<?>> parts) {
	}

}
