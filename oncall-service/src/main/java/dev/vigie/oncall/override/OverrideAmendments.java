package dev.vigie.oncall.override;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.amendment.Takeovers;
import dev.vigie.oncall.amendment.Takeovers.Rows;
import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.span.Span;

/**
 * Lays overrides over the schedules.
 */
@Component
class OverrideAmendments implements Amendments {

	private static final Rows OVERRIDES = new Rows("schedule_override", "id", "made_at", Cause.Kind.OVERRIDE);

	private final Takeovers takeovers;

	OverrideAmendments(Takeovers takeovers) {
		this.takeovers = takeovers;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		return this.takeovers.meeting(OVERRIDES, span);
	}

	@Override
	public List<Dated> meeting(String schedule, Span span) {
		return this.takeovers.meeting(OVERRIDES, schedule, span);
	}

}
