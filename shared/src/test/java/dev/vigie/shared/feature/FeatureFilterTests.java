package dev.vigie.shared.feature;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureFilterTests {

	@Test
	void configuresWhatAProgramNamesAndWhatEveryProgramHas() {
		assertThat(configured("circuits")).containsExactly(true, false, true, true);
		assertThat(configured("")).containsExactly(false, false, true, true);
	}

	private static boolean[] configured(String features) {
		FeatureFilter filter = new FeatureFilter();
		filter.setEnvironment(new MockEnvironment().withProperty("vigie.features", features));
		return filter.match(new String[] { "dev.vigie.shared.circuit.CircuitAutoConfiguration",
				"org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
				"dev.vigie.shared.time.TimeAutoConfiguration", null }, null);
	}

}
