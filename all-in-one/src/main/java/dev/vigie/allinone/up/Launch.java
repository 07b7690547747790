package dev.vigie.allinone.up;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.vigie.allinone.Ports;
import dev.vigie.allinone.suite.Database;
import dev.vigie.allinone.suite.SuiteSettings;

/**
 * Starts an installation, tells the console how it goes, and stops it on the system's
 * signal.
 */
public final class Launch {

	private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

	private final Options options;

	private final PrintWriter out;

	private final @Nullable String host;

	private final int speed;

	private volatile boolean stopping;

	/**
	 * What is to be started.
	 * @param options the command's options
	 * @param out the console
	 * @param host the interface to listen on, all of them when null
	 * @param speed how many seconds the clock makes of one
	 */
	public Launch(Options options, PrintWriter out, @Nullable String host, int speed) {
		this.options = options;
		this.out = out;
		this.host = host;
		this.speed = speed;
	}

	/**
	 * Runs until the process is told to stop.
	 * @param shape adds to the settings before the start
	 * @param ready is called once everything is up, and says whether to go on
	 */
	public void run(Consumer<SuiteSettings> shape, Ready ready) {
		long begin = System.nanoTime();
		Installation installation = Installation.open(this.options.home());
		Thread hook = new Thread(() -> stop(installation), "stop");
		Runtime.getRuntime().addShutdownHook(hook);
		try {
			start(installation, shape, begin);
			if (ready.goOn(installation)) {
				new CountDownLatch(1).await();
			}
			installation.close();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException failure) {
			if (this.stopping) {
				return; // it failed because everything is being stopped under it
			}
			installation.close();
			throw failure;
		}
		finally {
			forget(hook);
		}
	}

	private void start(Installation installation, Consumer<SuiteSettings> shape, long begin) {
		say("Vigie keeps its data in %s and its log in vigie.log there", installation.home());
		if (this.options.port() != 0) {
			Ports.require(this.host, this.options.port()); // said before anything is
															// begun
		}
		Database database = installation.database();
		InstantSource clock = installation.clock(this.speed);
		Duration ahead = Duration.between(InstantSource.system().instant(), clock.instant());
		if (ahead.compareTo(WORTH_SAYING) > 0) {
			say("A faster clock ran on this data, so its time is %d min ahead of the wall's", ahead.toMinutes());
		}
		SuiteSettings settings = SuiteSettings.over(database)
			.listen(this.host, this.options.port())
			.publicUrl(System.getenv("VIGIE_URL"))
			.clock(clock);
		shape.accept(settings);
		say("PostgreSQL is up after %s, starting the programs", since(begin));
		installation.start(settings);
		say("Ready after %s: %s", since(begin), installation.suite().url());
	}

	private void stop(Installation installation) {
		this.stopping = true;
		say("Stopping");
		try {
			installation.close();
			say("Stopped");
			Runtime.getRuntime().halt(0); // what was asked for was done
		}
		catch (RuntimeException failure) {
			say("Stopped, but not cleanly: %s", failure.getMessage());
			Runtime.getRuntime().halt(1);
		}
	}

	private static void forget(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException _) {
			join(hook); // it is at work already and ends the process
		}
	}

	private static void join(Thread hook) {
		try {
			hook.join();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void say(String text, @Nullable Object... values) {
		this.out.println(String.format(Locale.ROOT, text, values));
		this.out.flush();
	}

	private static String since(long begin) {
		return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
	}

	/**
	 * Called once when everything is up.
	 */
	@FunctionalInterface
	public interface Ready {

		boolean goOn(Installation installation);

	}

}
