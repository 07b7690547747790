package dev.vigie.alertingest.fuzz;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.sender.sns.Amazon;
import dev.vigie.alertingest.sender.sns.FakeAmazon;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mutated bodies all the way: over HTTP, through the locks and the parser, into the
 * database. Left out of the normal build; {@code bench/fuzz} runs it.
 */
@Tag("fuzz")
@IntegrationTest
@Import(Amazon.class)
class SenderFuzzIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(SenderFuzzIntegrationTests.class);

	private static final int BODIES = Integer.getInteger("vigie.fuzz.http", 2000);

	private static final long SEED = Long.getLong("vigie.fuzz.seed", 1);

	private static final long GROWTH = 48L * 1024 * 1024;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private FakeAmazon amazon;

	static Stream<String> senders() {
		return Seeds.senders();
	}

	@ParameterizedTest
	@MethodSource("senders")
	void isNeverAnsweredWithAFaultOfOurs(String type) {
		SplittableRandom random = new SplittableRandom(SEED);
		List<Seed> seeds = Seeds.of(type);
		Map<String, Sender> senders = new LinkedHashMap<>();
		Map<Integer, Integer> answers = new TreeMap<>();
		long before = 0;
		for (int i = 0; i < BODIES; i++) {
			if (i == BODIES / 4) {
				before = SenderFuzz.heap();
			}
			Seed seed = seeds.get(random.nextInt(seeds.size()));
			Seed mutated = SenderFuzz.mutated(seed, seeds, random.split());
			Sender sender = senders.computeIfAbsent(seed.settings(), (settings) -> Sender.integratedAs(this.http,
					"fuzz-" + senders.size(), "{\"type\": \"%s\", \"settings\": %s}".formatted(type, settings)));
			MvcTestResult result = send(sender, mutated);
			int status = (result.getUnresolvedException() == null) ? result.getResponse().getStatus() : 500;
			assertThat(status).as(() -> "%s %s %s %s".formatted(type, mutated.below(), mutated.headers(),
					new String(mutated.body(), StandardCharsets.UTF_8)))
				.isLessThan(500);
			answers.merge(status, 1, Integer::sum);
			this.amazon.forget();
		}
		long after = SenderFuzz.heap();
		log.info("FUZZ over HTTP, {}: {} bodies answered {}, heap after GC {} MiB then {} MiB", type, BODIES, answers,
				before >> 20, after >> 20);
		assertThat(after - before).as("growth of the heap").isLessThan(GROWTH);
		assertThat(answers).as("some bodies are understood")
			.containsAnyOf(Map.entry(200, answers.getOrDefault(200, 0)), Map.entry(202, answers.getOrDefault(202, 0)));
	}

	private MvcTestResult send(Sender sender, Seed seed) {
		String key = sender.path().split("/")[4];
		Map<String, String> headers = new LinkedHashMap<>(seed.headers());
		if (sender.path().contains("/sentry/")) {
			headers.put("Sentry-Hook-Signature", signature(seed.body()));
		}
		return this.http.method(HttpMethod.valueOf(seed.method()))
			.uri(URI.create(sender.path() + seed.below()))
			.header("Authorization", "GenieKey " + key)
			.headers((all) -> headers.forEach(all::set))
			.content(seed.body())
			.exchange();
	}

	private static String signature(byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec("fuzz".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
