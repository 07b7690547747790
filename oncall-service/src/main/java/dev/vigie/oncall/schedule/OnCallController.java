package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonSpec;

/**
 * Who is on call, over HTTP.
 */
@RestController
@RequestMapping("/api/v1/schedules/{name}")
class OnCallController {

	private final OnCall onCall;

	private final PersonDirectory people;

	private final InstantSource clock;

	OnCallController(OnCall onCall, PersonDirectory people, InstantSource clock) {
		this.onCall = onCall;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping("/on-call")
	OnCallView onCall(@PathVariable String name, @RequestParam(required = false) @Nullable String at) {
		Instant instant = (at != null) ? Window.instant("at", at) : this.clock.instant();
		List<Shift> shifts = this.onCall.at(name, instant);
		Map<String, PersonSpec> people = this.people.named(shifts.stream().map(Shift::person).toList());
		return new OnCallView(name, instant,
				shifts.stream().map((shift) -> OnCallShift.of(shift, people.get(shift.person()))).toList());
	}

	@GetMapping("/shifts")
	ShiftList shifts(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		return new ShiftList(this.onCall.shifts(name, Window.of(from, to)), null);
	}

	record OnCallView(String schedule, Instant at, List<OnCallShift> shifts) {
	}

	record OnCallShift(String person, String displayName, Instant start, Instant end, int layer) {

		private static OnCallShift of(Shift shift, @Nullable PersonSpec person) {
			String displayName = (person != null) ? person.displayName() : shift.person();
			return new OnCallShift(shift.person(), displayName, shift.start(), shift.end(), shift.layer());
		}

	}

	record ShiftList(List<Shift> items, @Nullable String next) {
	}

}
