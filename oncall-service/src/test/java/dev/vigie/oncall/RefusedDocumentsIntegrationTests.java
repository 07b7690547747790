package dev.vigie.oncall;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RefusedDocumentsIntegrationTests {

	@Autowired
	private MockMvcTester http;

	private Manager manager;

	@BeforeEach
	void adaAndBob() {
		this.manager = new Manager(this.http);
		assertThat(this.manager.put("people/ada", Documents.ADA)).hasStatus(201);
		assertThat(this.manager.put("people/bob", Documents.BOB)).hasStatus(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					people/eve     | {"contactMethods": [{"type": "email", "address": "eve@example.org"}]} | displayName
					people/eve     | {"displayName": "E\\u0000ve", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | displayName
					people/eve     | {"displayName": "E\\ud800ve", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | displayName
					people/eve     | {"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve@example.org\\r\\nBcc: all@example.org"}]} | contactMethods[0].address
					people/eve     | {"displayName": "Eve", "contactMethods": []} | contactMethods
					people/eve     | {"displayName": "Eve", "contactMethods": [null]} | contactMethods[0]
					people/eve     | {"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve"}]} | contactMethods[0].address
					people/eve     | {"displayName": "Eve", "contactMethods": [{"type": "pigeon", "address": "eve@example.org"}]} | contactMethods[0].type
					people/eve     | {"displayName": "Eve", "language": "de", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | language
					people/eve     | {"displayName": "Eve", "timeZone": "+02:00", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | timeZone
					people/eve     | {"displayName": "Eve", "nick": "e", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | nick
					people/Eve     | {"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve@example.org"}]} | name
					teams/ops      | {"displayName": "Ops", "members": [{"position": "cto"}]} | members[0].person
					teams/ops      | {"displayName": "Ops", "members": [{"person": "ada", "position": "Chief"}]} | members[0].position
					schedules/main | {"timeZone": "Mars/Olympus", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | timeZone
					schedules/main | {"timeZone": "UTC", "layers": []} | layers
					schedules/main | {"timeZone": "UTC", "team": "The Team", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | team
					schedules/main | {"timeZone": "UTC", "handOver": {}, "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | handOver.takeOverWithin
					schedules/main | {"timeZone": "UTC", "handOver": {"takeOverWithin": "25h"}, "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | handOver.takeOverWithin
					schedules/main | {"timeZone": "UTC", "handOver": {"takeOverWithin": "soon"}, "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | handOver.takeOverWithin
					schedules/main | {"timeZone": "UTC", "layers": [{"name": "nights", "rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}, {"name": "nights", "rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[1].name
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "yearly", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.type
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "every": 0, "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.every
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "24:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.time
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.day
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "weekly", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.day
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "weekly", "handoff": {"time": "09:00", "day": "lundi"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.day
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "tomorrow", "people": ["ada"]}}]} | layers[0].rotation.start
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "+999999999-01-01", "people": ["ada"]}}]} | layers[0].rotation.start
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "until": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.until
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": []}}]} | layers[0].rotation.people
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada", null]}}]} | layers[0].rotation.people[1]
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "turn": "36h", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.turn
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "custom", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.turn
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "custom", "turn": "36h", "every": 2, "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.every
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "custom", "turn": "1mo", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.turn
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "gap": "12h", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.gap
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "weekly", "gap": "1d", "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.gap
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "gap": "soon", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.gap
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "shift": "25h", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.shift
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "hourly", "days": ["monday"], "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.days
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "days": ["lundi"], "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.days
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "monthly", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.dayOfMonth
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "monthly", "handoff": {"time": "09:00", "dayOfMonth": 32}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.handoff.dayOfMonth
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "monthly", "every": 20, "handoff": {"time": "09:00", "dayOfMonth": 1}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.every
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": [["ada", "ada"]]}}]} | layers[0].rotation.people[0]
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}, "restrictions": [{"from": "friday 18:00", "to": "09:00"}]}]} | layers[0].restrictions[0].to
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}, "restrictions": [{"from": "6pm"}]}]} | layers[0].restrictions[0].from
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}, "restrictions": [{"holidays": "only"}]}]} | holidays
					schedules/main | {"timeZone": "UTC", "holidays": {"country": "XX"}, "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | holidays.country
					schedules/main | {"timeZone": "UTC", "layers": [{"role": "boss", "rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].role
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "custom", "turn": "29m", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.turn
					schedules/main | {"timeZone": "UTC", "layers": [{}]} | layers[0].rotation
					""")
	void refusesWhatCannotBeAndNamesTheField(String document, String spec, String field) {
		MvcTestResult result = this.manager.put(document + "?dryRun=true", spec);
		assertThat(result).hasStatus(400)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
		assertThat(result).bodyText().doesNotContain("dev.vigie.oncall").doesNotContain("java.");
	}

}
