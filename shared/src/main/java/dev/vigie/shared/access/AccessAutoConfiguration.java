package dev.vigie.shared.access;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Makes a program a resource server: JWTs of this installation's gateway, a scope for
 * each path, everything else denied.
 */
@AutoConfiguration(beforeName = {
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration" })
@EnableConfigurationProperties(AccessProperties.class)
class AccessAutoConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Bean
	SecurityProblems securityProblems(JsonMapper json) {
		return new SecurityProblems(json);
	}

	// A dozen observations a request, one for each filter, cost more than most answers.
	@Bean
	SecurityObservationSettings noSecurityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	CallerArgument callerArgument() {
		return new CallerArgument();
	}

	@Bean
	@ConditionalOnMissingBean(SecurityFilterChain.class)
	SecurityFilterChain deniedByDefault(HttpSecurity http, List<AccessRules> features, SecurityProblems problems)
			throws Exception {
		Access access = new Access();
		features.forEach((feature) -> feature.declare(access));
		return http.authorizeHttpRequests((requests) -> {
			requests
				.requestMatchers("/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**",
						"/error")
				.permitAll();
			access.applyTo(requests);
			requests.anyRequest().denyAll();
		}).oauth2ResourceServer((server) -> server.jwt((_) -> {
		}).authenticationEntryPoint(problems))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable()) // no cookie is ever accepted here
			.build();
	}

	@Bean
	@ConditionalOnMissingBean
	JwtDecoder jwtDecoder(AccessProperties properties) throws MalformedURLException {
		// Known keys outlive an absent gateway: who is away must not stop a page.
		JWKSource<SecurityContext> keys = JWKSourceBuilder
			.create(URI.create(properties.gateway() + "/oauth2/jwks").toURL(), new DefaultResourceRetriever(2000, 2000))
			.retrying(true)
			.outageTolerant(Duration.ofDays(7).toMillis())
			.build();
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
		processor.setJWTClaimsSetVerifier((_, _) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(properties.issuer()));
		return decoder;
	}

	@Bean
	@ConditionalOnMissingBean
	ServiceTokens serviceTokens(AccessProperties properties) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(Duration.ofSeconds(5));
		return new ServiceTokens(RestClient.builder().requestFactory(requests), properties);
	}

	@Bean
	@ConditionalOnMissingBean(name = "signedCalls")
	RestClientHttpServiceGroupConfigurer signedCalls(ObjectProvider<ServiceTokens> tokens) {
		return (groups) -> groups.forEachClient((_, client) -> client.requestInterceptor(tokens.getObject()));
	}

}
