package dev.vigie.shared.problem;

import java.sql.SQLException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutageFilterTests {

	private final OutageFilter filter = new OutageFilter();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void answersThatTheDatabaseIsAway() throws Exception {
		this.filter.doFilter(new MockHttpServletRequest(), this.response, (_, _) -> {
			throw new ServletException(new IllegalStateException(new SQLException("terminating", "57P01")));
		});
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(this.response.getContentAsString()).contains("/problems/unavailable");
	}

	@Test
	void leavesOtherFailuresAlone() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.filter.doFilter(new MockHttpServletRequest(), this.response, (_, _) -> {
				throw new IllegalStateException("other");
			}));
	}

}
