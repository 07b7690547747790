package dev.vigie.alertingest.delivery;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Puts the senders' short path before every other filter.
 */
@Configuration(proxyBeanMethods = false)
class ShortPathConfiguration {

	@Bean
	FilterRegistrationBean<ShortPath> shortPath(ObjectProvider<SenderController> senders,
			@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems, JsonMapper json) {
		FilterRegistrationBean<ShortPath> registration = new FilterRegistrationBean<>(
				new ShortPath(senders::getObject, problems::getObject, json));
		registration.addUrlPatterns(ShortPath.BELOW);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
