package dev.vigie.gateway.console.silences;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the page of silences to alert-ingest.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "ingest", types = SilencesClient.class)
class SilencesConfiguration {

}
