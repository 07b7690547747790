package dev.vigie.allinone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

import dev.vigie.allinone.CommandFailure;

/**
 * The programs of PostgreSQL, unpacked once from the archive on the class path.
 *
 * @param bin the folder with {@code initdb} and {@code postgres}
 */
record Binaries(Path bin) {

	static Binaries unpackInto(Path parent) throws IOException {
		String archive = archive();
		URL url = Binaries.class.getResource("/" + archive);
		if (url == null) {
			throw new CommandFailure("This build of Vigie holds no PostgreSQL for this machine (" + archive
					+ "); set DATABASE_URL to a server of yours");
		}
		URLConnection connection = url.openConnection();
		Path home = parent.resolve("postgres-" + fingerprint(connection));
		if (!Files.isDirectory(home)) {
			unpack(connection, home);
		}
		return new Binaries(home.resolve("bin"));
	}

	String initdb() {
		return this.bin.resolve("initdb").toString();
	}

	String postgres() {
		return this.bin.resolve("postgres").toString();
	}

	private static String archive() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
		String machine = switch (System.getProperty("os.arch")) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			default -> System.getProperty("os.arch");
		};
		return "postgres-" + system + "-" + machine + ".txz";
	}

	private static String fingerprint(URLConnection connection) throws IOException {
		if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
			return Long.toHexString(jar.getJarEntry().getCrc());
		}
		return Long.toHexString(connection.getContentLengthLong());
	}

	private static void unpack(URLConnection connection, Path home) throws IOException {
		Path parent = Files.createDirectories(home.getParent());
		Path unpacked = parent.resolve(home.getFileName() + ".unpacking");
		FileSystemUtils.deleteRecursively(unpacked); // left by a start that was cut off
		Files.createDirectories(unpacked);
		try (InputStream packed = new BufferedInputStream(connection.getInputStream());
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				write(tar, entry, unpacked);
			}
		}
		Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
		Path target = home.resolve(entry.getName()).normalize();
		if (!target.startsWith(home)) {
			throw new IOException("The archive leads outside: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		boolean program = (entry.getMode() & 0100) != 0;
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
	}

}
