package dev.vigie.gateway.console.integrations;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the pages of integrations to alert-ingest.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "ingest", types = IntegrationsClient.class)
class IntegrationsConfiguration {

}
