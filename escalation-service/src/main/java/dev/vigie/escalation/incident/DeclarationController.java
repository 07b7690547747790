package dev.vigie.escalation.incident;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.roster.People;
import dev.vigie.escalation.roster.Teams;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;

/**
 * Declaring incidents over HTTP.
 */
@RestController
@RequestMapping(IncidentAccess.PATH)
class DeclarationController {

	static final String KEY = "Idempotency-Key";

	private static final int LONGEST_KEY = 200;

	private final Declaring declaring;

	private final People people;

	private final Teams teams;

	private final IncidentController incidents;

	DeclarationController(Declaring declaring, People people, Teams teams, IncidentController incidents) {
		this.people = people;
		this.teams = teams;
		this.declaring = declaring;
		this.incidents = incidents;
	}

	@PostMapping
	ResponseEntity<IncidentView> declare(@RequestHeader(name = KEY, required = false) @Nullable String key,
			@RequestBody @Valid Declare said, Caller caller) {
		if (said.team() != null) {
			this.teams.check("team", said.team());
		}
		long number = once(id(key, caller), said.declaration(named(said, caller)), caller);
		return ResponseEntity.created(URI.create(IncidentAccess.PATH + "/" + number))
			.body(this.incidents.get(String.valueOf(number)));
	}

	private List<String> named(Declare said, Caller caller) {
		if (said.people() != null && !said.hides()) {
			throw new Invalid("people", "goes with private: true");
		}
		return said.hides() ? PrivacyController.named(said.people(), caller, this.people) : List.of();
	}

	// Of two that say the same at once, one finds what the other wrote.
	private long once(UUID id, Declaration said, Caller caller) {
		try {
			return this.declaring.declare(id, said, caller.name());
		}
		catch (DuplicateKeyException _) {
			return this.declaring.declare(id, said, caller.name());
		}
	}

	private static UUID id(@Nullable String key, Caller caller) {
		if (key == null) {
			return UUID.randomUUID();
		}
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new Invalid(KEY, "must have 1 to " + LONGEST_KEY + " characters");
		}
		return UUID.nameUUIDFromBytes(("incident\n" + caller.name() + "\n" + key).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What is declared.
	 *
	 * @param service short for the label {@code service}
	 * @param severity given, the rules do not decide
	 * @param policy given, that of the route does not apply
	 * @param isPrivate whether only people who are named may know of it
	 * @param people who these are besides the caller
	 */
	record Declare(@NotBlank @Size(max = 200) String title, @Size(max = 5000) @Nullable String description,
			@Nullable Severity severity, @Pattern(regexp = Names.PATTERN) @Nullable String team,
			@Size(max = 200) @Nullable String service,
			@Size(max = 50) @Nullable Map<@NotBlank @Size(max = 200) String, @Size(max = 2000) String> labels,
			@Pattern(regexp = Names.PATTERN) @Nullable String policy, ImpactController.@Valid @Nullable Said impact,
			@JsonProperty("private") @Nullable Boolean isPrivate,
			@Size(max = PrivacyController.MOST) @Nullable List<@NotNull @Pattern(
					regexp = Names.PATTERN) String> people) {

		boolean hides() {
			return Boolean.TRUE.equals(this.isPrivate);
		}

		Declaration declaration(List<String> named) {
			Map<String, String> all = new TreeMap<>();
			if (this.labels != null) {
				this.labels.forEach((name, value) -> all.put(clean(name), clean(String.valueOf(value))));
			}
			if (this.service != null) {
				all.put("service", clean(this.service));
			}
			return new Declaration(clean(this.title).replaceAll("\\s+", " "),
					(this.description != null) ? clean(this.description) : null, all, this.team, this.severity,
					this.policy, (this.impact != null) ? this.impact.impact() : null, named);
		}

		private static String clean(String text) {
			return text.replace("\0", "").strip();
		}

	}

}
