package dev.vigie.escalation.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.paging.Foreseen;
import dev.vigie.escalation.simulation.SimulationController.Drafts;
import dev.vigie.shared.problem.Invalid;

/**
 * What would have been, over HTTP.
 */
@RestController
class ReplayController {

	private static final Duration LONGEST = Duration.ofDays(92);

	private final Replay replay;

	ReplayController(Replay replay) {
		this.replay = replay;
	}

	/**
	 * What the incidents of a window would have come to by drafts.
	 */
	@PostMapping(SimulationAccess.PATH + ":replay")
	Comparison replay(@RequestBody @Valid Window window) {
		if (!window.to().isAfter(window.from())) {
			throw new Invalid("to", "must be after from");
		}
		if (Duration.between(window.from(), window.to()).compareTo(LONGEST) > 0) {
			throw new Invalid("to", "must be at most 92 days after from");
		}
		if (window.drafts().escalationPolicy() == null && window.drafts().severityRules() == null) {
			throw new Invalid("drafts", "must hold escalationPolicy or severityRules, or both");
		}
		if (!window.drafts().schedules().isEmpty()) {
			throw new Invalid("drafts.schedules", "apply from now on: what is past cannot be replayed with them");
		}
		return this.replay.of(window);
	}

	/**
	 * Which incidents, and what is tried.
	 *
	 * @param from the first moment at which one of them was triggered
	 * @param to the end, not included
	 * @param policy the name of the policy they had; all incidents if none is named
	 */
	record Window(@NotNull Instant from, @NotNull Instant to, @Nullable String policy, @NotNull @Valid Drafts drafts) {
	}

	/**
	 * What would have differed.
	 *
	 * @param incidents how many were gone through
	 * @param truncated whether there were more
	 * @param before by what they began with
	 * @param after by the drafts
	 * @param changed for how many it would have differed
	 * @param differences the first of those
	 */
	record Comparison(int incidents, boolean truncated, Load before, Load after, int changed,
			List<Difference> differences) {
	}

	/**
	 * Who is told how often.
	 *
	 * @param wakeUps incidents for which somebody is told between 22:00 and 07:00 of
	 * their clock, counted once for each person
	 */
	record Load(int pages, int wakeUps, Map<String, Integer> pagesByRecipient, Map<String, Integer> wakeUpsByPerson) {
	}

	/**
	 * An incident that would have been another.
	 *
	 * @param quietAt when somebody in fact did something about it: nobody is told after
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Difference(String incident, String title, Instant triggeredAt, @Nullable Instant quietAt,
			String severityBefore, String severityAfter, List<Told> before, List<Told> after) {
	}

	/**
	 * Somebody who is told.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Told(Instant at, String who, @Nullable String person, String method, String target) {

		static Told of(Foreseen.Page page) {
			String who = (page.person() != null) ? page.person()
					: (page.channel() != null) ? page.channel() : page.address();
			return new Told(page.at(), who, page.person(), page.method(), page.telling().target());
		}

	}

}
