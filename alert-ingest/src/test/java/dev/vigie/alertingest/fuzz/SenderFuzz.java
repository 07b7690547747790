package dev.vigie.alertingest.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.alertingest.sender.sns.Amazon;
import dev.vigie.alertingest.sender.sns.FakeAmazon;
import dev.vigie.shared.problem.Problem;

/**
 * What a fuzzer calls again and again with other bytes: a parser must understand them or
 * refuse them, say the same each time, and let nothing through that cannot be stored.
 * {@code bench/fuzz} runs it under Jazzer.
 */
public final class SenderFuzz {

	/**
	 * By then everything is loaded and compiled that will be.
	 */
	private static final int WARM = 20_000;

	private static final JsonMapper json = JsonMapper.builder().build();

	private final List<Seed> seeds;

	private final SenderParser parser;

	private final FakeAmazon amazon;

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private SenderFuzz(String sender) {
		AnnotationConfigApplicationContext program = new AnnotationConfigApplicationContext();
		program.addBeanFactoryPostProcessor(lazily());
		program.register(Amazon.class);
		ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(program);
		scanner.addExcludeFilter(new AssignableTypeFilter(Lifecycle.class));
		scanner.scan("dev.vigie.alertingest.sender");
		program.refresh();
		this.seeds = Seeds.of(sender);
		this.amazon = program.getBean(FakeAmazon.class);
		this.parser = program.getBeansOfType(SenderParser.class)
			.values()
			.stream()
			.filter((parser) -> parser.type().equals(sender))
			.findFirst()
			.orElseThrow();
	}

	// Only the parsers are wanted, not what needs a database.
	private static BeanFactoryPostProcessor lazily() {
		return (beans) -> List.of(beans.getBeanDefinitionNames())
			.forEach((name) -> beans.getBeanDefinition(name).setLazyInit(true));
	}

	static SenderFuzz of(String sender) {
		return new SenderFuzz(sender);
	}

	/**
	 * Takes bytes in place of a body, or as the number of a mutation.
	 * @return whether they were understood
	 */
	boolean take(byte[] data) {
		if (data.length < 2) {
			return false;
		}
		Seed seed = this.seeds.get((data[0] & 0xff) % this.seeds.size());
		if ((data[1] & 1) == 0) {
			return take(seed.saying(seed.headers(), Arrays.copyOfRange(data, 2, data.length)));
		}
		return take(mutated(seed, this.seeds, new SplittableRandom(Arrays.hashCode(data) * 31L + data.length)));
	}

	/**
	 * A delivery that is not quite the seed.
	 */
	static Seed mutated(Seed seed, List<Seed> others, RandomGenerator random) {
		Mutator mutator = new Mutator(random);
		Map<String, String> headers = new LinkedHashMap<>();
		seed.headers().forEach((name, value) -> headers.put(name, (random.nextInt(8) == 0) ? header(mutator) : value));
		if (random.nextInt(4) == 0) {
			headers.put(
					"Content-Type", List
						.of("multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain", "x",
								header(mutator))
						.get(random.nextInt(5)));
		}
		return seed.saying(headers, mutator.mutate(seed.body(), others.stream().map(Seed::body).toList()));
	}

	private static String header(Mutator mutator) {
		String text = mutator.text().replaceAll("[^\\x20-\\x7e]", "");
		return text.substring(0, Math.min(text.length(), 200));
	}

	private boolean take(Seed delivery) {
		Inbound inbound = Bodies.to(this.parser)
			.with(this.settings.computeIfAbsent(delivery.settings(),
					(settings) -> json.readValue(settings, this.parser.settings())))
			.below(delivery.rest())
			.inbound(delivery.body(), delivery.headers());
		try {
			this.parser.verify(inbound);
		}
		catch (Problem refused) {
			expected(refused);
		}
		finally {
			this.amazon.forget();
		}
		try {
			Reading reading = this.parser.read(inbound);
			Storable.check(reading);
			if (!same(reading, this.parser.read(inbound))) {
				throw new AssertionError("It reads otherwise the second time");
			}
			return true;
		}
		catch (Problem refused) {
			expected(refused);
			return false;
		}
	}

	// A key that was not given is made up anew each time.
	private static boolean same(Reading one, Reading other) {
		return one.alerts() == other.alerts() && one.changes().size() == other.changes().size()
				&& String.valueOf(one.note()).equals(String.valueOf(other.note()));
	}

	private static void expected(Problem refused) {
		if (!refused.status().is4xxClientError()) {
			throw new AssertionError("A body must never be answered " + refused.status(), refused);
		}
	}

	/**
	 * Writes the seeds as a fuzzer begins with them, below the directory that is named.
	 */
	public static void main(String[] arguments) throws IOException {
		for (String sender : Seeds.senders().toList()) {
			Path directory = Files.createDirectories(Path.of(arguments[0], sender));
			List<Seed> seeds = Seeds.of(sender);
			for (int i = 0; i < seeds.size(); i++) {
				byte[] body = seeds.get(i).body();
				byte[] data = new byte[body.length + 2];
				data[0] = (byte) i;
				System.arraycopy(body, 0, data, 2, body.length);
				Files.write(directory.resolve("seed-" + i), data);
				Files.write(directory.resolve("number-" + i), new byte[] { (byte) i, 1, 0, 0, 0, 0 });
			}
		}
	}

	/**
	 * Everything is made ready before the fuzzer counts the time.
	 */
	public static void fuzzerInitialize() {
		Running.take(new byte[0]);
	}

	/**
	 * The fuzzer's entry.
	 */
	public static void fuzzerTestOneInput(byte[] data) {
		Running.take(data);
	}

	public static void fuzzerTearDown() {
		Running.report();
	}

	/**
	 * The one run of this JVM.
	 */
	private static final class Running {

		private static final String NAME = System.getProperty("vigie.fuzz.sender", "alertmanager");

		private static final SenderFuzz sender = SenderFuzz.of(NAME);

		private static long taken;

		private static long understood;

		private static long heapBefore;

		private static boolean reported;

		private static void take(byte[] data) {
			understood += sender.take(data) ? 1 : 0;
			if (++taken == WARM) {
				heapBefore = heap();
			}
		}

		private static void report() {
			if (reported) {
				return; // the fuzzer says twice that it ends
			}
			reported = true;
			System.out.printf(
					"FUZZ %s: %d bodies, %d understood, heap after GC %.1f MiB after %d bodies, %.1f MiB at the end%n",
					NAME, taken, understood, heapBefore / 1048576.0, WARM, heap() / 1048576.0);
		}

	}

	static long heap() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
