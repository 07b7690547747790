package dev.vigie.escalation.connection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.vigie.escalation.secret.SecretKeeping;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Reading;

/**
 * What people do with connections.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

	@Bean
	SecretKeeping<ConnectionSpec> connectionKeeping(ConnectionKind connections, Editing editing, Reading reading) {
		return new SecretKeeping<>(connections, editing, reading);
	}

}
