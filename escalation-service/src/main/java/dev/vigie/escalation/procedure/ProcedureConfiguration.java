package dev.vigie.escalation.procedure;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The client of runbook-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "runbook", types = RunbookClient.class)
class ProcedureConfiguration {

}
