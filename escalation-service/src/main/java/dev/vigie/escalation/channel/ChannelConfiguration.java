package dev.vigie.escalation.channel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.vigie.escalation.secret.SecretKeeping;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Reading;

/**
 * The settings of channels, and what people do with them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ EmailProperties.class, FallbackProperties.class })
class ChannelConfiguration {

	@Bean
	SecretKeeping<ChannelSpec> channelKeeping(ChannelKind channels, Editing editing, Reading reading) {
		return new SecretKeeping<>(channels, editing, reading);
	}

}
