package dev.vigie.shared.document;

import jakarta.validation.Validator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives every program the strict reader of configuration documents, and those that keep
 * some the way to change them.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration" })
class DocumentAutoConfiguration {

	@Bean
	Specs specs(JsonMapper json, Validator validator) {
		return new Specs(json, validator);
	}

	@Bean
	@ConditionalOnBean(Kind.class)
	Editing documentEditing(JdbcClient jdbc, ObjectProvider<Kind<?>> kinds, ApplicationEventPublisher events) {
		return new Editing(jdbc, new References(kinds), events);
	}

	@Bean
	@ConditionalOnBean(Kind.class)
	Reading documentReading() {
		return new Reading();
	}

}
