package dev.vigie.alertingest;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The program {@code alert-ingest}, alone or beside the others in one JVM.
 */
@SpringBootApplication
public class AlertIngestApplication {

	/**
	 * The program with its own settings file, ready to be run.
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(AlertIngestApplication.class).properties("spring.config.name=alert-ingest");
	}

	static void main(String[] args) {
		builder().run(args);
	}

}
