package dev.vigie.oncall;

import java.util.List;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is on call does not depend on where the machine thinks it is: all plain tests of
 * what computes times pass again on machines of other zones.
 */
class MachineZonesTests {

	private static final List<String> PACKAGES = List.of("rotation", "schedule", "span", "report", "calendar");

	private final TimeZone machine = TimeZone.getDefault();

	@AfterEach
	void giveTheMachineItsZoneBack() {
		TimeZone.setDefault(this.machine);
	}

	@ParameterizedTest
	@ValueSource(strings = { "America/Chicago", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata" })
	void everyPlainTestPasses(String zone) {
		TimeZone.setDefault(TimeZone.getTimeZone(zone));
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(PACKAGES.stream()
				.map((name) -> DiscoverySelectors.selectPackage("dev.vigie.oncall." + name))
				.toList())
			// Property tests change the zone themselves, a year is long, and downloads
			// wait.
			.filters(ClassNameFilter
				.excludeClassNamePatterns(".*(PropertyTests|OrganisationsTests|DownloadsTests|IntegrationTests)"))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		TestExecutionSummary summary = listener.getSummary();
		assertThat(summary.getTestsSucceededCount()).isGreaterThan(100);
		assertThat(summary.getFailures()).as(zone)
			.extracting(TestExecutionSummary.Failure::getTestIdentifier)
			.isEmpty();
	}

}
