package dev.vigie.alertingest.sender.opsgenie;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.heartbeat.Heartbeat;
import dev.vigie.alertingest.heartbeat.Heartbeats;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.opsgenie.HeartbeatFields.Rhythm;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;
import dev.vigie.shared.problem.TooLarge;

/**
 * Opsgenie's Heartbeat API over the heartbeats of the caller's own integration.
 */
@RestController
@RequestMapping({ "/v2/heartbeats", "/jsm/ops/integration/v2/heartbeats",
		"/integrations/v1/opsgenie/{key}/v2/heartbeats" })
class OpsgenieHeartbeats {

	private static final int LONGEST_BODY = 64 * 1024;

	private static final String WHY = "Disabled through Opsgenie's API";

	private final OpsgenieCallers callers;

	private final Heartbeats heartbeats;

	private final InstantSource clock;

	OpsgenieHeartbeats(OpsgenieCallers callers, Heartbeats heartbeats, InstantSource clock) {
		this.callers = callers;
		this.heartbeats = heartbeats;
		this.clock = clock;
	}

	@Operation(summary = "Opsgenie: ping a heartbeat; whatever body comes along is not looked at")
	@RequestMapping(path = { "/{name}/ping", "/{name}/ping/" },
			method = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST, RequestMethod.PUT })
	ResponseEntity<Answer<Void>> ping(@PathVariable String name, HttpServletRequest request) {
		Took took = Took.start();
		if (!this.heartbeats.beat(this.callers.of(request), name, this.clock.instant())) {
			throw unknown(name);
		}
		return answer(HttpStatus.ACCEPTED, "PONG - Heartbeat received", null, took);
	}

	// A condition on parameters would have every request's looked for, and so its body
	// swallowed where it claims to be a form.
	@Operation(summary = "Opsgenie: ping a heartbeat that the query names, as in Jira Service Management")
	@RequestMapping(path = "/ping",
			method = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST, RequestMethod.PUT })
	ResponseEntity<Answer<Void>> ping(HttpServletRequest request) {
		String name = Command.pairs(request.getQueryString()).get("name");
		if (name == null) {
			throw new Invalid("name", "Name can not be empty.");
		}
		return ping(name, request);
	}

	@Operation(summary = "Opsgenie: list heartbeats")
	@GetMapping({ "", "/" })
	ResponseEntity<Answer<All>> list(HttpServletRequest request) {
		Took took = Took.start();
		IntegrationRef integration = this.callers.of(request);
		return answer(HttpStatus.OK, null,
				new All(this.heartbeats.of(integration).stream().map((one) -> view(integration, one)).toList()), took);
	}

	@Operation(summary = "Opsgenie: get a heartbeat")
	@GetMapping({ "/{name}", "/{name}/" })
	ResponseEntity<Answer<View>> get(@PathVariable String name, HttpServletRequest request) {
		Took took = Took.start();
		IntegrationRef integration = this.callers.of(request);
		return answer(HttpStatus.OK, null, view(integration, find(integration, name)), took);
	}

	@Operation(summary = "Opsgenie: create a heartbeat, or have an existing one say the same")
	@PostMapping({ "", "/" })
	ResponseEntity<Answer<View>> create(HttpServletRequest request) {
		Took took = Took.start();
		IntegrationRef integration = this.callers.of(request);
		HeartbeatFields fields = HeartbeatFields.read(body(request));
		if (fields.name() == null) {
			throw new Invalid("name", "Name can not be empty.");
		}
		return answer(HttpStatus.CREATED, "Created", put(integration, fields.name(), fields), took);
	}

	@Operation(summary = "Opsgenie: change what the body names of a heartbeat")
	@PatchMapping({ "/{name}", "/{name}/" })
	ResponseEntity<Answer<View>> update(@PathVariable String name, HttpServletRequest request) {
		Took took = Took.start();
		IntegrationRef integration = this.callers.of(request);
		find(integration, name);
		return answer(HttpStatus.OK, "Updated", put(integration, name, HeartbeatFields.read(body(request))), took);
	}

	@Operation(summary = "Opsgenie: delete a heartbeat")
	@DeleteMapping({ "/{name}", "/{name}/" })
	ResponseEntity<Answer<Void>> delete(@PathVariable String name, HttpServletRequest request) {
		Took took = Took.start();
		if (!this.heartbeats.remove(this.callers.of(request), name)) {
			throw unknown(name);
		}
		return answer(HttpStatus.OK, "Deleted", null, took);
	}

	@Operation(summary = "Opsgenie: enable a heartbeat, which is armed from now on")
	@PostMapping({ "/{name}/enable", "/{name}/enable/" })
	ResponseEntity<Answer<View>> enable(@PathVariable String name, HttpServletRequest request) {
		Took took = Took.start();
		IntegrationRef integration = this.callers.of(request);
		return answer(HttpStatus.OK, "Enabled", able(integration, name, true), took);
	}

	@Operation(summary = "Opsgenie: disable a heartbeat, which pauses it")
	@PostMapping({ "/{name}/disable", "/{name}/disable/" })
	ResponseEntity<Answer<View>> disable(@PathVariable String name, HttpServletRequest request) {
		Took took = Took.start();
		IntegrationRef integration = this.callers.of(request);
		return answer(HttpStatus.OK, "Disabled", able(integration, name, false), took);
	}

	private View put(IntegrationRef integration, String name, HeartbeatFields fields) {
		Heartbeat before = this.heartbeats.find(integration, name).orElse(null);
		Heartbeat after = this.heartbeats.put(integration, name,
				fields.spec(integration, name, Heartbeats.nameOf(name), (before != null) ? before.spec() : null));
		return (fields.enabled() == null) ? view(integration, after) : able(integration, name, fields.enabled());
	}

	private View able(IntegrationRef integration, String name, boolean enabled) {
		return (enabled ? this.heartbeats.enable(integration, name)
				: this.heartbeats.disable(integration, name, WHY, null))
			.map((heartbeat) -> view(integration, heartbeat))
			.orElseThrow(() -> unknown(name));
	}

	private Heartbeat find(IntegrationRef integration, String name) {
		return this.heartbeats.find(integration, name).orElseThrow(() -> unknown(name));
	}

	private static NotFound unknown(String name) {
		return new NotFound("Heartbeat with name [%s] does not exist.".formatted(name));
	}

	private View view(IntegrationRef integration, Heartbeat heartbeat) {
		return View.of(heartbeat, integration, this.clock.instant());
	}

	private static byte[] body(HttpServletRequest request) {
		try {
			byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
			if (body.length > LONGEST_BODY) {
				throw new TooLarge("The body is larger than 64 KiB");
			}
			return body;
		}
		catch (IOException cut) {
			throw new Invalid("", "The connection was cut before the end of the body");
		}
	}

	private static <T> ResponseEntity<Answer<T>> answer(HttpStatus status, @Nullable String result, @Nullable T data,
			Took took) {
		UUID id = UUID.randomUUID();
		return ResponseEntity.status(status)
			.header("X-Request-Id", id.toString())
			.body(new Answer<>(result, data, took.seconds(), id));
	}

	/**
	 * What was done, or asked for.
	 *
	 * @param <T> what it is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Answer<T>(@Nullable String result, @Nullable T data, double took, UUID requestId) {
	}

	record All(List<View> heartbeats) {
	}

	/**
	 * A heartbeat in Opsgenie's words, as far as it is known here.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record View(String name, long interval, String intervalUnit, boolean enabled, boolean expired,
			@Nullable Instant lastPingTime, @Nullable Team ownerTeam, String alertMessage, List<String> alertTags,
			String alertPriority) {

		static View of(Heartbeat heartbeat, IntegrationRef integration, Instant now) {
			String given = heartbeat.spec().displayName();
			String name = (given != null) ? given : heartbeat.name();
			String message = heartbeat.spec().alertMessage();
			String priority = heartbeat.spec().priority();
			Rhythm rhythm = HeartbeatFields.rhythm(heartbeat.spec().interval().length());
			return new View(name, rhythm.interval(), rhythm.unit(), heartbeat.pauseAt(now) == null,
					heartbeat.lapsedAt() != null, heartbeat.lastBeatAt(),
					(integration.team() != null) ? new Team(integration.team()) : null,
					(message != null) ? message : name + " is expired", List.of(),
					(priority != null) ? priority : "P3");
		}

	}

	record Team(String name) {
	}

}
