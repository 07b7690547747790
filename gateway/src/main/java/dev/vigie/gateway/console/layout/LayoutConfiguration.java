package dev.vigie.gateway.console.layout;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The console's languages, its error page, and how its calls are signed: with the inner
 * token of whoever reads the page.
 */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration {

	@Bean
	LocaleResolver localeResolver() {
		AcceptHeaderLocaleResolver languages = new AcceptHeaderLocaleResolver();
		languages.setSupportedLocales(List.of(Locale.ENGLISH, Locale.FRENCH));
		languages.setDefaultLocale(Locale.ENGLISH);
		return languages;
	}

	@Bean
	ErrorViewResolver errorPage() {
		return (_, status, _) -> new ModelAndView(ErrorPages.VIEW, Map.of("status", status.value()), status);
	}

	@Bean
	RestClientHttpServiceGroupConfigurer signedCalls() {
		return (groups) -> groups.forEachClient((_, client) -> client.requestInterceptor((request, body, execution) -> {
			Authentication reader = SecurityContextHolder.getContext().getAuthentication();
			if (reader instanceof JwtAuthenticationToken inner) {
				request.getHeaders().setBearerAuth(inner.getToken().getTokenValue());
			}
			return execution.execute(request, body);
		}));
	}

}
