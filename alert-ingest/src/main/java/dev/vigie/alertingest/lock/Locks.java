package dev.vigie.alertingest.lock;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.vigie.shared.problem.Denied;

/**
 * What a sender has to prove beside knowing the key. All that is set must hold, and every
 * comparison takes as long whether it succeeds or not.
 *
 * @param basic a user and a password
 * @param bearer a token in {@code Authorization}, behind any scheme's name
 * @param hmac a signature over the raw bytes
 * @param networks where it may come from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Locks(@Nullable @Valid Basic basic, @Nullable @Valid Bearer bearer, @Nullable @Valid Signature hmac,
		@Nullable @Size(min = 1, max = 100, message = "must be 1 to 100 networks") List<Network> networks) {

	private static final String CHALLENGE = "Basic realm=\"vigie\", charset=\"UTF-8\"";

	public Locks {
		if (basic != null && bearer != null) {
			throw new IllegalArgumentException("basic and bearer cannot both hold: a request has one Authorization");
		}
		networks = (networks != null) ? List.copyOf(networks) : null;
	}

	/**
	 * Checks what can be checked before the body is read.
	 * @param client where the request comes from
	 * @throws Denied if a lock does not open
	 */
	public void checkHead(HttpHeaders headers, InetAddress client) {
		if (this.networks != null && this.networks.stream().noneMatch((network) -> network.contains(client))) {
			throw Denied.forbidden("Nothing is taken from this address: " + client.getHostAddress());
		}
		String[] authorization = split(headers.getFirst(HttpHeaders.AUTHORIZATION));
		if (this.basic != null && !this.basic.isOpenedBy(authorization)) {
			throw Denied.unproven("The user or the password is missing or wrong", CHALLENGE);
		}
		if (this.bearer != null && !this.bearer.isOpenedBy(authorization)) {
			throw Denied.unproven("The token is missing or wrong", "Bearer realm=\"vigie\"");
		}
	}

	/**
	 * Checks what needs the body.
	 * @throws Denied if a lock does not open
	 */
	public void checkBody(HttpHeaders headers, byte[] body, Instant now) {
		if (this.hmac != null) {
			this.hmac.check(headers, body, now);
		}
	}

	static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private static String[] split(@Nullable String authorization) {
		String text = (authorization != null) ? authorization.strip() : "";
		int space = text.indexOf(' ');
		return (space < 0) ? new String[] { "", text }
				: new String[] { text.substring(0, space), text.substring(space + 1).strip() };
	}

	@Override
	public String toString() {
		return "Locks";
	}

	/**
	 * A user and a password.
	 */
	public record Basic(
			@NotBlank(message = "is required") @Size(max = 200,
					message = "must be at most 200 characters") String username,
			@NotBlank(message = "is required") @Size(max = 500,
					message = "must be at most 500 characters") String password) {

		boolean isOpenedBy(String[] authorization) {
			if (!authorization[0].equalsIgnoreCase("Basic")) {
				return false;
			}
			try {
				String sent = new String(Base64.getDecoder().decode(authorization[1]), StandardCharsets.UTF_8);
				return same(this.username + ":" + this.password, sent);
			}
			catch (IllegalArgumentException _) {
				return false;
			}
		}

		@Override
		public String toString() {
			return "Basic";
		}

	}

	/**
	 * Tokens, two while they are rotated.
	 */
	public record Bearer(@NotNull(message = "is required") @Size(min = 1, max = 2,
			message = "must be one or two") List<@NotBlank(message = "must not be blank") @Size(max = 2000,
					message = "must be at most 2000 characters") String> tokens) {

		boolean isOpenedBy(String[] authorization) {
			return this.tokens.stream().filter((token) -> same(token, authorization[1])).count() > 0;
		}

		@Override
		public String toString() {
			return "Bearer";
		}

	}

}
