package dev.vigie.alertingest.delivery;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShortPathTests {

	private final ShortPath path = new ShortPath(() -> {
		throw new Led();
	}, () -> (HandlerExceptionResolver) (_, _, _, _) -> null, JsonMapper.builder().build());

	@ParameterizedTest
	@ValueSource(strings = { "/integrations/v1/alertmanager/KEY", "/integrations/v1/alertmanager/K_e-Y0/",
			"/integrations/v1/prometheus/KEY/api/v2/alerts", "/integrations/v1/vmalert/KEY/api/v1/alerts/" })
	void leadsPlainAddressesPastTheFilters(String uri) {
		assertThatExceptionOfType(ServletException.class).isThrownBy(() -> goneOn("POST", uri))
			.withCauseInstanceOf(Led.class);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /integrations/v1/alertmanager/KEY/heartbeat",
			"POST, /integrations/v1/alertmanager/KEY/heartbeat/", "POST, /integrations/v1/pagerduty/KEY/",
			"POST, /integrations/v1/opsgenie/KEY/v2/alerts", "POST, /integrations/v1/alertmanager/KEY;a=b/",
			"POST, /integrations/v1/alertmanager/K%45Y/", "POST, /integrations/v1/alertmanager/KEY//",
			"POST, /integrations/v1/alertmanager/KEYapi/v2/alerts/..", "POST, /integrations/v1/alertmanager/",
			"GET, /integrations/v1/alertmanager/KEY/", "PUT, /integrations/v1/alertmanager/KEY/" })
	void leavesEverythingElseToThem(String method, String uri) throws ServletException, IOException {
		assertThat(goneOn(method, uri)).isNotNull();
	}

	private @Nullable Object goneOn(String method, String uri) throws ServletException, IOException {
		MockFilterChain chain = new MockFilterChain();
		this.path.doFilter(new MockHttpServletRequest(method, uri), new MockHttpServletResponse(), chain);
		return chain.getRequest();
	}

	/**
	 * Thrown where the controller would be.
	 */
	private static final class Led extends RuntimeException {

	}

}
