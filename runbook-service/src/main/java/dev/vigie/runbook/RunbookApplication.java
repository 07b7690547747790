package dev.vigie.runbook;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The program {@code runbook-service}, alone or beside the others in one JVM.
 */
@SpringBootApplication
public class RunbookApplication {

	/**
	 * The program with its own settings file, ready to be run.
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(RunbookApplication.class).properties("spring.config.name=runbook-service");
	}

	static void main(String[] args) {
		builder().run(args);
	}

}
