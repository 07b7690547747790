package dev.vigie.gateway.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator when the gateway runs as its own process. Whoever starts
 * all programs together uses {@link FirstAccess} and turns this off.
 */
@Component
@ConditionalOnProperty(name = "vigie.gateway.first-start", matchIfMissing = true)
class FirstStart implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

	private final FirstAccess access;

	private final String chosen;

	FirstStart(FirstAccess access, @Value("${vigie.gateway.admin-password:}") String chosen) {
		this.access = access;
		this.chosen = chosen;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.chosen.isBlank()) {
			Passwords.check(this.chosen);
		}
		try {
			this.access.ensure(this.chosen.isBlank() ? null : this.chosen)
				.ifPresent((password) -> log.warn(
						"Sign in as admin with the one-time password {} and choose your own; it is not shown again",
						password));
		}
		catch (DataIntegrityViolationException lost) {
			log.info("Another replica has just made the first administrator");
		}
	}

}
