package dev.vigie.shared.feed;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;

import dev.vigie.shared.access.AccessRules;
import dev.vigie.shared.access.ServiceTokens;
import dev.vigie.shared.signal.Signals;

/**
 * Gives a program its feed and runs its readers. {@code vigie.feed.enabled=false} for a
 * program that neither tells nor reads.
 */
@AutoConfiguration(afterName = "dev.vigie.shared.signal.SignalAutoConfiguration")
@ConditionalOnProperty(name = "vigie.feed.enabled", matchIfMissing = true)
@EnableConfigurationProperties(FeedProperties.class)
@EnableScheduling
class FeedAutoConfiguration {

	@Bean
	FeedTable feedTable(JdbcClient jdbc, JsonMapper json, @Value("${spring.application.name}") String program) {
		return new FeedTable(jdbc, json, program);
	}

	@Bean
	Feed feed(FeedTable table, JsonMapper json, InstantSource clock, ObjectProvider<EntityManagerFactory> entities) {
		// Looked for once: each commit would pay for the search.
		Supplier<@Nullable EntityManagerFactory> known = SingletonSupplier.of(entities::getIfAvailable);
		return new Feed(table, json, clock, () -> flush(known.get()));
	}

	@Bean
	FeedController feedController(FeedTable table, Signals signals) {
		return new FeedController(table, signals);
	}

	@Bean
	AccessRules feedAccess() {
		return (access) -> access.read("/feed", "feed:read");
	}

	@Bean
	FeedRetention feedRetention(FeedTable table, FeedProperties properties, InstantSource clock) {
		return new FeedRetention(table, properties.feedRetention(), clock);
	}

	@Bean
	@ConditionalOnProperty(name = "vigie.feed.readers-enabled", matchIfMissing = true)
	FeedReaders feedReaders(ObjectProvider<FeedHandler> handlers, FeedProperties properties, ServiceTokens tokens,
			JdbcClient jdbc, JsonMapper json, PlatformTransactionManager manager, InstantSource clock,
			MeterRegistry meters) {
		FeedPlace place = new FeedPlace(jdbc, json);
		RestClient client = client(tokens);
		List<FeedReader> readers = handlers.orderedStream().map((handler) -> {
			URI program = properties.feeds().get(handler.feed());
			Assert.state(program != null, () -> "The setting vigie.feeds." + handler.feed() + " is missing");
			Gauge.builder("vigie.feed.parked", () -> place.countParked(handler.feed()))
				.description("Events that could not be applied and wait for a person")
				.tag("feed", handler.feed())
				.register(meters);
			return new FeedReader(handler, FeedClient.over(client, program), place, new TransactionTemplate(manager),
					clock);
		}).toList();
		return new FeedReaders(readers);
	}

	private static void flush(@Nullable EntityManagerFactory entities) {
		if (entities != null
				&& TransactionSynchronizationManager.getResource(entities) instanceof EntityManagerHolder holder) {
			holder.getEntityManager().flush();
		}
	}

	private static RestClient client(ServiceTokens tokens) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(Duration.ofSeconds(40));
		return RestClient.builder().requestFactory(requests).requestInterceptor(tokens).build();
	}

}
