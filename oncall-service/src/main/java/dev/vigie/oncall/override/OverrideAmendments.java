package dev.vigie.oncall.override;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.span.Span;

/**
 * Lays overrides over the schedules.
 */
@Component
class OverrideAmendments implements Amendments {

	private final OverrideTable overrides;

	OverrideAmendments(OverrideTable overrides) {
		this.overrides = overrides;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		Map<String, List<Dated>> meeting = new HashMap<>();
		for (ScheduleOverride override : this.overrides.meeting(null, span)) {
			override.amendment()
				.ifPresent((dated) -> meeting.computeIfAbsent(override.wish().schedule(), (_) -> new ArrayList<>())
					.add(dated));
		}
		return meeting;
	}

}
