package dev.vigie.gateway.relay;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * The client that relays. It streams on the caller's own thread and passes everything on
 * as it is. The JDK's client would do, but for a race: a body that meets a connection
 * which a restarted program has closed ends in a NullPointerException.
 */
@Configuration(proxyBeanMethods = false)
class RelayClient {

	private static final int CONNECTIONS_TO_ONE_PROGRAM = 256;

	private static final Timeout CONNECT = Timeout.ofSeconds(1);

	private static final Timeout SILENCE = Timeout.ofSeconds(30);

	private static final TimeValue IDLE_UNTIL_CHECKED = TimeValue.ofMilliseconds(100);

	@Bean
	CloseableHttpClient relayHttpClient() {
		ConnectionConfig connections = ConnectionConfig.custom()
			.setConnectTimeout(CONNECT)
			.setSocketTimeout(SILENCE)
			.setValidateAfterInactivity(IDLE_UNTIL_CHECKED)
			.build();
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(CONNECTIONS_TO_ONE_PROGRAM)
				.setMaxConnTotal(CONNECTIONS_TO_ONE_PROGRAM * ProgramRoute.PROGRAMS.size())
				.setDefaultConnectionConfig(connections)
				.build())
			.disableAutomaticRetries() // whoever called decides
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableContentCompression()
			.disableAuthCaching()
			.disableDefaultUserAgent()
			.build();
	}

	@Bean
	ProxyExchange proxyExchange(CloseableHttpClient relayHttpClient, GatewayMvcProperties properties) {
		RestClient client = RestClient.builder()
			.requestFactory(new HttpComponentsClientHttpRequestFactory(relayHttpClient))
			.build();
		return new RestClientProxyExchange(client, properties);
	}

}
