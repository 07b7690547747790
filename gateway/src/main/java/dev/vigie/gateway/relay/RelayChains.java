package dev.vigie.gateway.relay;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;
import dev.vigie.shared.access.SecurityProblems;

/**
 * Who may use which path without a browser: callers of the API with a token, senders with
 * the key in their address.
 */
@Configuration(proxyBeanMethods = false)
class RelayChains {

	@Bean
	@Order(3)
	SecurityFilterChain apiChain(HttpSecurity http, List<AccessRules> features, Credentials credentials,
			SecurityProblems problems) throws Exception {
		Access access = new Access();
		features.forEach((feature) -> feature.declare(access));
		return withToken(http.securityMatcher("/api/**"), credentials, problems).authorizeHttpRequests((requests) -> {
			access.applyTo(requests);
			requests.anyRequest().denyAll();
		}).build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain metricsChain(HttpSecurity http, GatewayProperties properties, Credentials credentials,
			SecurityProblems problems) throws Exception {
		return withToken(http.securityMatcher("/actuator/prometheus"), credentials, problems)
			.authorizeHttpRequests((requests) -> {
				if (properties.metricsOpen()) {
					requests.anyRequest().permitAll();
				}
				else {
					requests.anyRequest().hasAuthority("SCOPE_config:read");
				}
			})
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain openChain(HttpSecurity http, GatewayProperties properties) throws Exception {
		String[] paths = Stream
			.of(SenderPaths.patterns(), Stream.of(CalendarPath.PATTERN), properties.openPaths().stream())
			.flatMap(Function.identity())
			.toArray(String[]::new);
		return stateless(http.securityMatcher(paths))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	private static HttpSecurity withToken(HttpSecurity http, Credentials credentials, SecurityProblems problems)
			throws Exception {
		return stateless(http)
			.oauth2ResourceServer((server) -> server.authenticationManagerResolver((_) -> credentials::authenticate)
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems));
	}

	private static HttpSecurity stateless(HttpSecurity http) {
		return http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable()) // no cookie is ever accepted here
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable());
	}

}
