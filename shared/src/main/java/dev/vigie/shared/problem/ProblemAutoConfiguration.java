package dev.vigie.shared.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Gives every program the same errors; first, so that Boot's own advice stands back.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@Import({ ProblemAdvice.class, JsonAlone.class, StrictBodies.class })
class ProblemAutoConfiguration {

	// Outside the security filters: they ask the database, too.
	@Bean
	FilterRegistrationBean<OutageFilter> outageFilter() {
		FilterRegistrationBean<OutageFilter> registration = new FilterRegistrationBean<>(new OutageFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

}
