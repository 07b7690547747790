package dev.vigie.gateway.console.silences;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;

import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.silences.InForceClient.Item;
import dev.vigie.gateway.console.silences.InForceClient.Question;
import dev.vigie.gateway.console.silences.InForceClient.Silence;

/**
 * Finds the silences that hold for alerts, while the rest of a page is gathered.
 */
@Component
public class InForce {

	private static final Logger log = LoggerFactory.getLogger(InForce.class);

	/**
	 * A page that has everything else waits no longer.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(300);

	private static final int ASKED = 200;

	// With the token of whoever reads the page.
	private final Executor threads = new DelegatingSecurityContextExecutor(Thread::startVirtualThread);

	private final InForceClient client;

	private final Times times;

	InForce(InForceClient client, Times times) {
		this.client = client;
		this.times = times;
	}

	/**
	 * Asks for alerts of an integration, by their labels, and does not wait.
	 */
	public Asked on(@Nullable String integration, List<Map<String, String>> alerts) {
		if (integration == null || alerts.isEmpty()) {
			return (_) -> List.of();
		}
		CompletableFuture<List<Item>> answer = CompletableFuture.supplyAsync(
				() -> this.client.inForce(new Question(integration, alerts.stream().limit(ASKED).toList())).known(),
				this.threads);
		return (locale) -> read(answer, locale);
	}

	private List<@Nullable Muting> read(CompletableFuture<List<Item>> answer, Locale locale) {
		try {
			return answer.completeOnTimeout(List.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
				.join()
				.stream()
				.<@Nullable Muting>map((item) -> muting(item.silence(), locale))
				.toList();
		}
		catch (CompletionException away) {
			log.info("The silences of an incident are not to be had: {}", String.valueOf(away.getCause()));
			return List.of();
		}
	}

	private @Nullable Muting muting(@Nullable Silence silence, Locale locale) {
		return (silence != null)
				? new Muting(silence.name(), silence.reason(), this.times.moment(silence.endsAt(), locale)) : null;
	}

	/**
	 * A question on its way.
	 */
	@FunctionalInterface
	public interface Asked {

		/**
		 * What holds for each alert, in their order; less where nothing is known.
		 */
		List<@Nullable Muting> answer(Locale locale);

	}

}
