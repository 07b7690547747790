package dev.vigie.gateway.console.directory;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Connects the names that forms offer to oncall-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "oncall", types = DirectoryClient.class)
class DirectoryConfiguration {

}
