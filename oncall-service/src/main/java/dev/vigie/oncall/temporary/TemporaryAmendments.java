package dev.vigie.oncall.temporary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.span.Span;

/**
 * Lays temporary schedules over the layers.
 */
@Component
class TemporaryAmendments implements Amendments {

	private final TemporaryTable temporaries;

	TemporaryAmendments(TemporaryTable temporaries) {
		this.temporaries = temporaries;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		Map<String, List<Dated>> meeting = new HashMap<>();
		for (TemporarySchedule temporary : this.temporaries.meeting(null, span)) {
			temporary.amendment()
				.ifPresent(
						(dated) -> meeting.computeIfAbsent(temporary.schedule(), (_) -> new ArrayList<>()).add(dated));
		}
		return meeting;
	}

	@Override
	public List<Dated> meeting(String schedule, Span span) {
		return this.temporaries.meeting(schedule, span)
			.stream()
			.flatMap((temporary) -> temporary.amendment().stream())
			.toList();
	}

}
