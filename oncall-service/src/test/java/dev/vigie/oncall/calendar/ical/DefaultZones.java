package dev.vigie.oncall.calendar.ical;

import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the tests of a class as if on machines all over the world: none may matter.
 */
@ParameterizedClass
@ValueSource(strings = { "UTC", "Europe/Paris", "America/Chicago", "Pacific/Apia", "Asia/Kolkata" })
class DefaultZones {

	private final TimeZone before = TimeZone.getDefault();

	@Parameter
	String machine;

	@BeforeEach
	void stand() {
		TimeZone.setDefault(TimeZone.getTimeZone(this.machine));
	}

	@AfterEach
	void leave() {
		TimeZone.setDefault(this.before);
	}

}
