package dev.vigie.oncall.absence;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see absences and write them down.
 */
@Component
class AbsenceAccess implements AccessRules {

	static final String PATH = "/api/v1/absences";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "schedules:read");
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.DELETE)) {
			access.onAny(method, PATH + "/**", List.of("cover:write", "schedules:write"));
		}
	}

}
