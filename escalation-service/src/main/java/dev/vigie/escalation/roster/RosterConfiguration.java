package dev.vigie.escalation.roster;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The client of oncall-service.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ImportHttpServices(group = "oncall", types = OnCallClient.class)
class RosterConfiguration {

}
