package dev.vigie.gateway.console.incidents;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the incident pages to escalation-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "escalation", types = { AssessmentClient.class, CommandsClient.class,
		DeclarationsClient.class, FamilyClient.class, IncidentsClient.class, PrivacyClient.class })
class IncidentsConfiguration {

}
