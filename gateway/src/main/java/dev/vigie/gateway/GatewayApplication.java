package dev.vigie.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The program {@code gateway}, alone or beside the others in one JVM.
 */
@SpringBootApplication
public class GatewayApplication {

	/**
	 * The program with its own settings file, ready to be run.
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=gateway");
	}

	static void main(String[] args) {
		builder().run(args);
	}

}
