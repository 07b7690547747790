package dev.vigie.gateway.console.changes;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the changes to alert-ingest, which is not waited for as long as for a page of
 * its own.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "changes", types = ChangesClient.class)
class ChangesConfiguration {

}
