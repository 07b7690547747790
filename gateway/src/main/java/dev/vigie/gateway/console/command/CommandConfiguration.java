package dev.vigie.gateway.console.command;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects roles and updates to escalation-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "escalation", types = { RolesClient.class, UpdatesClient.class })
class CommandConfiguration {

}
