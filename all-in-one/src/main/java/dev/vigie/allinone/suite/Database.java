package dev.vigie.allinone.suite;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.vigie.allinone.CommandFailure;

/**
 * The PostgreSQL database all programs share, each with a schema of its own.
 *
 * @param url its JDBC address
 * @param user who signs in, unless the address says so
 * @param password the password, unless the address says so
 */
public record Database(String url, @Nullable String user, @Nullable String password) {

	/**
	 * Reads {@code jdbc:postgresql://…} or
	 * {@code postgres://user:password@host/database}.
	 */
	public static Database parse(String address) {
		if (address.startsWith("jdbc:postgresql:")) {
			return new Database(address, null, null);
		}
		URI uri = URI.create(address.strip());
		String scheme = uri.getScheme();
		if (uri.getHost() == null || !("postgres".equals(scheme) || "postgresql".equals(scheme))) {
			throw new CommandFailure(
					"DATABASE_URL must be jdbc:postgresql://… or postgres://user:password@host/database");
		}
		String port = (uri.getPort() < 0) ? "" : ":" + uri.getPort();
		String query = (uri.getRawQuery() == null) ? "" : "?" + uri.getRawQuery();
		String[] login = (uri.getRawUserInfo() == null) ? new String[0] : uri.getRawUserInfo().split(":", 2);
		return new Database("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
				(login.length > 0) ? decode(login[0]) : null, (login.length > 1) ? decode(login[1]) : null);
	}

	private static String decode(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "Database"; // an address may hold a password
	}

}
