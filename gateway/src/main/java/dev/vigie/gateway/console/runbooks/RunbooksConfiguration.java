package dev.vigie.gateway.console.runbooks;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the runbook page to runbook-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "runbook", types = RunbookClient.class)
class RunbooksConfiguration {

}
