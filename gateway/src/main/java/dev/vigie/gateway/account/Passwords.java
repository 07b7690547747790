package dev.vigie.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Invalid;

/**
 * Encodes, compares and invents passwords.
 */
@Component
class Passwords {

	static final int SHORTEST = 12;

	private static final int LONGEST_BYTES = 72; // what bcrypt looks at

	private static final int ONE_TIME_LENGTH = 20;

	// Without letters and digits that people mix up when they copy by hand.
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ2345679";

	private final SecureRandom random = new SecureRandom();

	private final PasswordEncoder encoder;

	private final String nobodys;

	Passwords(PasswordEncoder encoder) {
		this.encoder = encoder;
		this.nobodys = String.valueOf(encoder.encode(oneTime()));
	}

	String oneTime() {
		return this.random.ints(ONE_TIME_LENGTH, 0, ALPHABET.length())
			.collect(StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
			.toString();
	}

	String encode(String password) {
		return String.valueOf(this.encoder.encode(password));
	}

	/**
	 * Takes as long for an account that does not exist, so that time tells nothing.
	 */
	boolean matches(String password, @Nullable String encoded) {
		boolean fits = this.encoder.matches(shortened(password), (encoded != null) ? encoded : this.nobodys);
		return fits && encoded != null;
	}

	static void check(String password) {
		if (password.length() < SHORTEST) {
			throw new Invalid("password", "must have at least %d characters".formatted(SHORTEST));
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
			throw new Invalid("password", "must have at most %d bytes".formatted(LONGEST_BYTES));
		}
	}

	private static String shortened(String password) {
		return (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) ? "" : password;
	}

}
