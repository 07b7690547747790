package dev.vigie.shared.document;

import jakarta.validation.Validator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives every program the strict reader of configuration documents.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration" })
class DocumentAutoConfiguration {

	@Bean
	Specs specs(JsonMapper json, Validator validator) {
		return new Specs(json, validator);
	}

}
