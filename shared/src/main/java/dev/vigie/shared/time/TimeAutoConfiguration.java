package dev.vigie.shared.time;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Gives a program its clock, unless whoever starts it (a test, the demo) brought one.
 */
@AutoConfiguration
class TimeAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	InstantSource clock() {
		return InstantSource.system();
	}

}
