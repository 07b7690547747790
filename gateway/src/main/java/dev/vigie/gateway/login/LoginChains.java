package dev.vigie.gateway.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.SignIns;
import dev.vigie.gateway.signing.InnerTokens;
import dev.vigie.shared.access.AccessProperties;

/**
 * The filter chains of people: the authorization server, its sign-in page, the API's
 * documentation and the console, which takes whatever no other chain does.
 */
@Configuration(proxyBeanMethods = false)
class LoginChains {

	private static final String FORM = "/login";

	private final AccessProperties access;

	private final SignIn signIn;

	private final Identities identities;

	LoginChains(AccessProperties access, SignIn signIn, Identities identities) {
		this.access = access;
		this.signIn = signIn;
		this.identities = identities;
	}

	@Bean
	@Order(1)
	SecurityFilterChain authorizationServerChain(HttpSecurity http) throws Exception {
		OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
		return http.securityMatcher(server.getEndpointsMatcher())
			.with(server, Customizer.withDefaults())
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.securityContext((context) -> context.securityContextRepository(this.signIn.contexts()))
			.requestCache((cache) -> cache.requestCache(this.signIn.requests()))
			.addFilterAfter(new SignInGate(this.signIn), SecurityContextHolderFilter.class)
			.exceptionHandling(
					(errors) -> errors.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(FORM),
							(request) -> request.getRequestURI().equals("/oauth2/authorize")))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain signInChain(HttpSecurity http, SignIns signIns) throws Exception {
		return http.securityMatcher(FORM, "/password")
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(FORM).permitAll().anyRequest().authenticated())
			.authenticationProvider(new PasswordCheck(signIns))
			.securityContext((context) -> context.securityContextRepository(this.signIn.contexts()))
			.requestCache((cache) -> cache.requestCache(this.signIn.requests()))
			.formLogin((form) -> form.loginPage(FORM)
				.failureUrl(FORM + "?wrong")
				.successHandler(new SignedIn(this.signIn, this.identities)))
			// a form from an older session: simply show it again
			.exceptionHandling(
					(errors) -> errors.accessDeniedHandler((_, response, _) -> response.sendRedirect(FORM + "?again")))
			.headers(PageHeaders.strict(this.access.issuer()))
			.logout((logout) -> logout.disable())
			.build();
	}

	@Bean
	@Order(5)
	SecurityFilterChain docsChain(HttpSecurity http) throws Exception {
		return http.securityMatcher("/docs/**", "/swagger-ui/**", "/v3/api-docs/**")
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(PageHeaders.forDocs())
			.build();
	}

	@Bean
	@Order(6)
	SecurityFilterChain consoleChain(HttpSecurity http, BrowserAccount accounts, InnerTokens innerTokens)
			throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/actuator/health/**", "/actuator/info", "/gateway/*", "/error")
				.permitAll()
				.requestMatchers("/actuator/**", "/feed/**")
				.denyAll()
				.requestMatchers(HttpMethod.POST, "/incidents/**", "/console/handoffs/**")
				.hasAuthority("SCOPE_incidents:write")
				.requestMatchers("/incidents/declare", "/incidents/*/merge", "/incidents/*/split")
				.hasAuthority("SCOPE_incidents:write")
				.requestMatchers("/console/handoffs/**")
				.hasAuthority("SCOPE_incidents:read")
				.requestMatchers("/console/integrations/**")
				.hasAuthority("SCOPE_config:read")
				.requestMatchers("/console/silences/**")
				.hasAuthority("SCOPE_alerts:read")
				.anyRequest()
				.authenticated())
			.requestCache((cache) -> cache.requestCache(SignIn.plainAddresses()))
			.oauth2Login((login) -> login.loginPage(BrowserClient.START)
				.authorizedClientRepository(new NoClients())
				.userInfoEndpoint((user) -> user.userService(accounts))
				.failureUrl(FORM + "?again"))
			.addFilterBefore(new DirectErrors(), AnonymousAuthenticationFilter.class)
			.addFilterBefore(new SessionGate(this.identities, innerTokens), AnonymousAuthenticationFilter.class)
			.logout((logout) -> logout.logoutSuccessUrl(FORM + "?out"))
			.headers(PageHeaders.strict(this.access.issuer()))
			.build();
	}

}
