package dev.vigie.escalation.handoff;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * The settings of hand-offs.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HandOffProperties.class)
class HandOffConfiguration {

}
