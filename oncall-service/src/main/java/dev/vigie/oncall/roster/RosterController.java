package dev.vigie.oncall.roster;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.schedule.Window;

/**
 * The roster over HTTP.
 */
@RestController
class RosterController {

	private final RosterReading roster;

	RosterController(RosterReading roster) {
		this.roster = roster;
	}

	@GetMapping("/api/v1/roster")
	Roster roster(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		return this.roster.read(Window.of(from, to));
	}

}
