package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
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

	/**
	 * Who is on call at an instant, now if none is given, and who is next in each role.
	 */
	@GetMapping("/on-call")
	OnCallView onCall(@PathVariable String name, @RequestParam(required = false) @Nullable String at,
			@RequestParam(required = false) @Nullable String role) {
		Instant instant = (at != null) ? Window.instant("at", at) : this.clock.instant();
		OnCall.Moment moment = this.onCall.moment(name, instant).in(Role.asked(role));
		Map<String, PersonSpec> people = this.people
			.named(Stream.concat(moment.shifts().stream(), moment.next().stream()).map(Shift::person).toList());
		return new OnCallView(name, instant, named(moment.shifts(), people), named(moment.next(), people));
	}

	private static List<OnCallShift> named(List<Shift> shifts, Map<String, PersonSpec> people) {
		return shifts.stream().map((shift) -> OnCallShift.of(shift, people.get(shift.person()))).toList();
	}

	/**
	 * The shifts that meet the span, whole.
	 * @param joined whether touching shifts of one person are one, for drawing
	 */
	@GetMapping("/shifts")
	ShiftList shifts(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, @RequestParam(defaultValue = "false") boolean joined,
			@RequestParam(required = false) @Nullable String role) {
		List<Shift> shifts = Role.only(Role.asked(role), this.onCall.shifts(name, Window.of(from, to)), Shift::role);
		return new ShiftList(joined ? Shift.joined(shifts) : shifts, null);
	}

	/**
	 * When nobody is on call, in each role that the schedule has.
	 */
	@GetMapping("/gaps")
	GapList gaps(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String role) {
		return new GapList(Role.only(Role.asked(role), this.onCall.gaps(name, Window.of(from, to)), Gap::role), null);
	}

	record OnCallView(String schedule, Instant at, List<OnCallShift> shifts, List<OnCallShift> next) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OnCallShift(UUID id, String person, String displayName, Role role, Instant start, Instant end,
			@Nullable Integer layer, Cause cause) {

		private static OnCallShift of(Shift shift, @Nullable PersonSpec person) {
			String displayName = (person != null) ? person.displayName() : shift.person();
			return new OnCallShift(shift.id(), shift.person(), displayName, shift.role(), shift.start(), shift.end(),
					shift.layer(), shift.cause());
		}

	}

	record ShiftList(List<Shift> items, @Nullable String next) {
	}

	record GapList(List<Gap> items, @Nullable String next) {
	}

}
