package dev.vigie.oncall.report;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see reports.
 */
@Component
class ReportAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/on-call-hours/**", "schedules:read");
	}

}
