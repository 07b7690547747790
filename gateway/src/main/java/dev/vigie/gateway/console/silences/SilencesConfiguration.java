package dev.vigie.gateway.console.silences;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the page of silences to alert-ingest, which is not waited for as long for what
 * stands beside an incident.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "ingest", types = SilencesClient.class)
@ImportHttpServices(group = "changes", types = InForceClient.class)
class SilencesConfiguration {

}
