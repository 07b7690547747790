package dev.vigie.escalation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The program {@code escalation-service}, alone or beside the others in one JVM.
 */
@SpringBootApplication
public class EscalationApplication {

	/**
	 * The program with its own settings file, ready to be run.
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(EscalationApplication.class)
			.properties("spring.config.name=escalation-service");
	}

	static void main(String[] args) {
		builder().run(args);
	}

}
