package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * What people say to incidents, over HTTP. Each answers what the incident is like then.
 */
@RestController
@RequestMapping(IncidentAccess.PATH + "/{number}")
class CommandController {

	private static final int LONGEST_NOTE = 2000;

	private static final Duration LONGEST_SNOOZE = Duration.ofDays(7);

	private final IncidentHandling handling;

	private final Reopening reopening;

	private final Restarting restarting;

	private final IncidentController incidents;

	private final InstantSource clock;

	CommandController(IncidentHandling handling, Reopening reopening, Restarting restarting,
			IncidentController incidents, InstantSource clock) {
		this.handling = handling;
		this.reopening = reopening;
		this.restarting = restarting;
		this.incidents = incidents;
		this.clock = clock;
	}

	@PostMapping("/acknowledge")
	IncidentView acknowledge(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Remark remark,
			Caller caller) {
		this.handling.acknowledge(number, caller.name(), Remark.note(remark));
		return this.incidents.get(number);
	}

	@PostMapping("/unacknowledge")
	IncidentView unacknowledge(@PathVariable String number,
			@RequestBody(required = false) @Valid @Nullable Remark remark, Caller caller) {
		this.handling.unacknowledge(number, caller.name(), Remark.note(remark));
		return this.incidents.get(number);
	}

	@PostMapping("/investigating")
	IncidentView investigating(@PathVariable String number,
			@RequestBody(required = false) @Valid @Nullable Remark remark, Caller caller) {
		return advance(number, IncidentPhase.INVESTIGATING, remark, caller);
	}

	@PostMapping("/identified")
	IncidentView identified(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Remark remark,
			Caller caller) {
		return advance(number, IncidentPhase.IDENTIFIED, remark, caller);
	}

	@PostMapping("/mitigated")
	IncidentView mitigated(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Remark remark,
			Caller caller) {
		return advance(number, IncidentPhase.MITIGATED, remark, caller);
	}

	private IncidentView advance(String number, IncidentPhase phase, @Nullable Remark remark, Caller caller) {
		this.handling.advance(number, phase, caller.name(), Remark.note(remark));
		return this.incidents.get(number);
	}

	@PostMapping("/snooze")
	IncidentView snooze(@PathVariable String number, @RequestBody @Valid Snooze snooze, Caller caller) {
		this.handling.snooze(number, snooze.end(this.clock.instant()), caller.name(), snooze.note());
		return this.incidents.get(number);
	}

	@PostMapping("/unsnooze")
	IncidentView unsnooze(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Remark remark,
			Caller caller) {
		this.handling.unsnooze(number, caller.name(), Remark.note(remark));
		return this.incidents.get(number);
	}

	@PostMapping("/resolve")
	IncidentView resolve(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Resolve resolve,
			Caller caller) {
		this.handling.resolve(number, (resolve != null) ? resolve.outcome() : null, caller.name(),
				(resolve != null) ? resolve.note() : null);
		return this.incidents.get(number);
	}

	@PostMapping("/close")
	IncidentView close(@PathVariable String number, @RequestBody @Valid Close close, Caller caller) {
		this.handling.close(number, close.outcome(), caller.name(), close.note());
		return this.incidents.get(number);
	}

	@PostMapping("/cancel")
	IncidentView cancel(@PathVariable String number, @RequestBody @Valid Cancel cancel, Caller caller) {
		this.handling.cancel(number, cancel.outcome(), caller.name(), cancel.reason());
		return this.incidents.get(number);
	}

	@PostMapping("/reopen")
	IncidentView reopen(@PathVariable String number, @RequestBody @Valid Reopen reopen, Caller caller) {
		this.reopening.reopen(number, caller, reopen.reason());
		return this.incidents.get(number);
	}

	@PostMapping("/restart")
	IncidentView restart(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Remark remark,
			Caller caller) {
		this.restarting.restart(number, caller.name(), Remark.note(remark));
		return this.incidents.get(number);
	}

	/**
	 * What a person adds to a command.
	 */
	record Remark(@Size(max = LONGEST_NOTE) @Nullable String note) {

		static @Nullable String note(@Nullable Remark remark) {
			return (remark != null) ? remark.note() : null;
		}

	}

	record Resolve(@Nullable Outcome outcome, @Size(max = LONGEST_NOTE) @Nullable String note) {
	}

	record Close(@NotNull Outcome outcome, @Size(max = LONGEST_NOTE) @Nullable String note) {
	}

	record Cancel(@Nullable Outcome outcome, @NotBlank @Size(max = LONGEST_NOTE) String reason) {
	}

	record Reopen(@NotBlank @Size(max = LONGEST_NOTE) String reason) {
	}

	/**
	 * Until when nobody is to be told, as an instant or a length of time.
	 */
	record Snooze(@Nullable Instant until, @JsonProperty("for") @Nullable Delay length,
			@Size(max = LONGEST_NOTE) @Nullable String note) {

		Instant end(Instant now) {
			if ((this.until == null) == (this.length == null)) {
				throw new Invalid("until", "say either until or for");
			}
			Instant end = (this.until != null) ? this.until : now.plus(this.length.length());
			if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_SNOOZE))) {
				throw new Invalid((this.until != null) ? "until" : "for", "must end within the next 7 days");
			}
			return end;
		}

	}

}
