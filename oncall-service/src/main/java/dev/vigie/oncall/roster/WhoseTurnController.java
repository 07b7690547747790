package dev.vigie.oncall.roster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;

/**
 * Who is on call for a team, and when it is a person's turn, over HTTP.
 */
@RestController
class WhoseTurnController {

	private final WhoseTurn turns;

	private final InstantSource clock;

	WhoseTurnController(WhoseTurn turns, InstantSource clock) {
		this.turns = turns;
		this.clock = clock;
	}

	@GetMapping("/api/v1/teams/{name}/on-call")
	@Operation(summary = "Who is on call for a team, and who is next",
			description = "In the schedules that name the team; now if no instant is given, in all roles if none is.")
	TeamOnCall team(@PathVariable String name, @RequestParam(required = false) @Nullable String at,
			@RequestParam(required = false) @Nullable String role) {
		Instant instant = (at != null) ? Window.instant("at", at) : this.clock.instant();
		WhoseTurn.Now now = this.turns.inTeam(name, Role.asked(role), instant);
		return new TeamOnCall(name, instant, now.shifts(), now.next());
	}

	@GetMapping("/api/v1/people/{name}/shifts")
	@Operation(summary = "The shifts of a person that meet a span, in all schedules")
	TurnList person(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		return new TurnList(this.turns.of(name, Window.of(from, to)), null);
	}

	record TeamOnCall(String team, Instant at, List<Turn> shifts, List<Turn> next) {
	}

	record TurnList(List<Turn> items, @Nullable String next) {
	}

}
