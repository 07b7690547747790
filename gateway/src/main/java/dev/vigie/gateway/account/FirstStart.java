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

	private final String password;

	private final String token;

	FirstStart(FirstAccess access, @Value("${vigie.gateway.admin-password:}") String password,
			@Value("${vigie.gateway.admin-token:}") String token) {
		this.access = access;
		this.password = password;
		this.token = token;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.password.isBlank()) {
			Passwords.check(this.password);
		}
		try {
			this.access.ensure(this.password.isBlank() ? null : this.password)
				.ifPresent((oneTime) -> log.warn(
						"Sign in as admin with the one-time password {} and choose your own; it is not shown again",
						oneTime));
		}
		catch (DataIntegrityViolationException lost) {
			log.info("Another replica has just made the first administrator");
		}
		if (!this.token.isBlank()) {
			takeToken();
		}
	}

	private void takeToken() {
		try {
			this.access.take(this.token);
		}
		catch (DataIntegrityViolationException lost) {
			log.info("Another replica has just taken the first administrator's token");
		}
	}

}
