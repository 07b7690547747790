package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Lets other programs try schedules that are not saved.
 */
@RestController
class DraftController {

	static final String PATH = "/api/v1/schedules:preview";

	private final Specs specs;

	private final OnCall onCall;

	private final InstantSource clock;

	DraftController(Specs specs, OnCall onCall, InstantSource clock) {
		this.specs = specs;
		this.onCall = onCall;
		this.clock = clock;
	}

	/**
	 * Whose turn it would be if schedules said this from now on. Nothing is stored.
	 */
	@PostMapping(PATH)
	Answer preview(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, @RequestBody @Valid Drafts drafts) {
		Map<String, ScheduleSpec> specs = new TreeMap<>();
		drafts.schedules().forEach((name, spec) -> specs.put(Names.check("schedules", name), read(name, spec)));
		return new Answer(this.onCall.drafted(specs, this.clock.instant(), Window.of(from, to))
			.stream()
			.map(Drafted::of)
			.toList());
	}

	private ScheduleSpec read(String name, @Nullable JsonNode spec) {
		try {
			return ScheduleSpec.read(this.specs, spec);
		}
		catch (Invalid wrong) {
			List<FieldError> errors = new ArrayList<>();
			wrong.errors()
				.forEach((error) -> errors.add(new FieldError(
						"schedules." + name + (error.field().isEmpty() ? "" : "." + error.field()), error.reason())));
			throw new Invalid(errors);
		}
	}

	/**
	 * The specs by the names of the schedules, from a program that may know of more.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Drafts(@NotEmpty @Size(max = 20) Map<String, JsonNode> schedules) {
	}

	record Answer(List<Drafted> schedules) {
	}

	/**
	 * A schedule as the roster tells it.
	 */
	record Drafted(String name, String timeZone, @Nullable String team, @Nullable HandOver handOver,
			List<Turn> shifts) {

		static Drafted of(OnCall.Rota rota) {
			return new Drafted(rota.schedule(), rota.timeZone(), rota.team(), rota.handOver(),
					rota.shifts().stream().map(Turn::of).toList());
		}

	}

	record Turn(String person, Role role, Instant start, Instant end) {

		static Turn of(Shift shift) {
			return new Turn(shift.person(), shift.role(), shift.start(), shift.end());
		}

	}

}
