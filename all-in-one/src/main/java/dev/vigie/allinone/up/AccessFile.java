package dev.vigie.allinone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.allinone.CommandFailure;

/**
 * {@code access.json}: how scripts reach an installation. It is there exactly while the
 * installation is ready.
 *
 * @param url the address of the gateway
 * @param admin the first administrator
 * @param token an API token of that administrator
 * @param integrations where senders post, by the integration's name
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccessFile(String url, Admin admin, String token, Map<String, String> integrations) {

	private static final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	public AccessFile {
		integrations = Map.copyOf(integrations);
	}

	/**
	 * Reads the file of the installation in {@code home}, if there is one.
	 */
	public static Optional<AccessFile> read(Path home) {
		try {
			Path file = path(home);
			return Files.exists(file) ? Optional.of(json.readValue(file.toFile(), AccessFile.class)) : Optional.empty();
		}
		catch (JacksonException failure) {
			throw new CommandFailure("%s cannot be read: %s".formatted(path(home), failure.getOriginalMessage()),
					failure);
		}
	}

	static Path path(Path home) {
		return home.resolve("access.json");
	}

	void write(Path home) throws IOException {
		Path next = home.resolve("access.json.next");
		Files.deleteIfExists(next);
		Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(next, json.writeValueAsString(this) + "\n");
		Files.move(next, path(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	static void remove(Path home) {
		try {
			Files.deleteIfExists(path(home));
		}
		catch (IOException failure) {
			throw new CommandFailure("Cannot remove " + path(home) + ": " + failure.getMessage(), failure);
		}
	}

	/**
	 * The first administrator.
	 *
	 * @param name the account
	 * @param password its one-time password, absent once it was changed
	 */
	public record Admin(String name, @Nullable String password) {
	}

}
