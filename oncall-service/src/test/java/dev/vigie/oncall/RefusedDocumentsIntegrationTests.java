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
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}, {"rotation": {"type": "daily", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers
					schedules/main | {"timeZone": "UTC", "layers": [{"rotation": {"type": "hourly", "handoff": {"time": "09:00"}, "start": "2026-01-05", "people": ["ada"]}}]} | layers[0].rotation.type
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
