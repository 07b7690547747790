package dev.vigie.gateway.console.handoffs;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the page of hand-offs to escalation-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "escalation", types = HandOffsClient.class)
class HandOffsConfiguration {

}
