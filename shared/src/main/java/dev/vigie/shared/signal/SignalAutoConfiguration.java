package dev.vigie.shared.signal;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives every program that has a database its signals.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean(DataSource.class)
class SignalAutoConfiguration {

	@Bean
	Signals signals(DataSource dataSource, JdbcClient jdbc) {
		return new Signals(dataSource, jdbc);
	}

}
