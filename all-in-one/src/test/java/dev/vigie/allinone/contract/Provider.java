package dev.vigie.allinone.contract;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.TestDatabase;

/**
 * One real program on a free port, to hold a caller's client or records against. It does
 * nothing of its own accord: no workers, no readers, and its clock stands still.
 */
public final class Provider implements AutoCloseable {

	/**
	 * The public address of the installation it belongs to.
	 */
	public static final String ISSUER = "https://vigie.example";

	private static final String PREPARING = "schedules:write runbooks:write config:read config:write incidents:write";

	private final ConfigurableApplicationContext program;

	private Provider(ConfigurableApplicationContext program) {
		this.program = program;
	}

	public static Provider start(SpringApplicationBuilder builder) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE); // as the
																				// suite
		return new Provider(builder.initializers((context) -> prepare((GenericApplicationContext) context))
			.run("--spring.datasource.url=" + TestDatabase.create(), "--server.port=0", "--server.address=127.0.0.1",
					"--vigie.access.issuer=" + ISSUER, "--vigie.feed.readers-enabled=false",
					"--vigie.workers.enabled=false"));
	}

	// A token says its scopes and nothing else: who signs tokens is not what is tried
	// here.
	private static void prepare(GenericApplicationContext context) {
		context.getBeanFactory().registerSingleton("clock", InstantSource.fixed(SettableClock.START));
		context.registerBean(JwtDecoder.class,
				() -> (token) -> Jwt.withTokenValue(token)
					.header("alg", "none")
					.subject("contract")
					.claim("person", "ada")
					.claim("scope", new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
					.build());
	}

	/**
	 * The caller's client of this program.
	 * @param scopes what the caller's token holds in production
	 */
	public <C> C client(Class<C> type, String scopes) {
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(caller(scopes))).build().createClient(type);
	}

	/**
	 * All events of this program's feed as a reader gets them.
	 */
	public List<FeedEvent> feed() {
		return caller("feed:read").get()
			.uri("/feed?lastEventId=0")
			.retrieve()
			.body(new ParameterizedTypeReference<List<FeedEvent>>() {
			});
	}

	/**
	 * Hands events to this program as its reader would.
	 */
	public void hears(List<FeedEvent> events) {
		FeedHandler handler = this.program.getBeanProvider(FeedHandler.class)
			.stream()
			.filter((one) -> events.isEmpty() || events.getFirst().source().equals("/" + one.feed()))
			.findFirst()
			.orElseThrow();
		this.program.getBean(TransactionTemplate.class).executeWithoutResult((_) -> events.forEach(handler::apply));
		handler.afterBatch();
	}

	public String get(String path) {
		return caller(PREPARING).get().uri(path).retrieve().body(String.class);
	}

	public void put(String path, String body) {
		caller(PREPARING).put()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.toBodilessEntity();
	}

	public void post(String path, String body) {
		caller(PREPARING).post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.toBodilessEntity();
	}

	private RestClient caller(String scopes) {
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(scopes.getBytes(StandardCharsets.UTF_8));
		return RestClient.builder()
			.baseUrl("http://127.0.0.1:" + this.program.getEnvironment().getProperty("local.server.port"))
			.defaultHeaders((headers) -> headers.setBearerAuth(token))
			.build();
	}

	@Override
	public void close() {
		this.program.close();
	}

}
