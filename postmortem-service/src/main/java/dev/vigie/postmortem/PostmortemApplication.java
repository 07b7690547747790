package dev.vigie.postmortem;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The program {@code postmortem-service}, alone or beside the others in one JVM.
 */
@SpringBootApplication
public class PostmortemApplication {

	/**
	 * The program with its own settings file, ready to be run.
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(PostmortemApplication.class)
			.properties("spring.config.name=postmortem-service");
	}

	static void main(String[] args) {
		builder().run(args);
	}

}
