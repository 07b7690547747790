package dev.vigie.oncall;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The program {@code oncall-service}, alone or beside the others in one JVM.
 */
@SpringBootApplication
public class OncallApplication {

	/**
	 * The program with its own settings file, ready to be run.
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(OncallApplication.class).properties("spring.config.name=oncall-service");
	}

	static void main(String[] args) {
		builder().run(args);
	}

}
