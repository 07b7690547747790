package dev.vigie.allinone.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.security.auth.module.UnixSystem;

import dev.vigie.allinone.CommandFailure;

/**
 * How PostgreSQL, which refuses to run as root, is run here: plainly, in a user namespace
 * in which root is nobody, or as the user nobody.
 *
 * @param prefix the words before each of its commands
 * @param owner the user id that owns its files
 */
record RunAs(List<String> prefix, int owner) {

	private static final int NOBODY = 65534;

	RunAs {
		prefix = List.copyOf(prefix);
	}

	static RunAs at(Path home) throws IOException {
		int user = (int) new UnixSystem().getUid();
		// A session of its own: Ctrl-C at the terminal is for Vigie, which stops it last.
		List<String> session = succeeds(List.of("setsid", "true")) ? List.of("setsid") : List.of();
		if (user != 0) {
			return new RunAs(session, user);
		}
		if (succeeds(List.of("unshare", "-U", "test", "-w", home.toString()))) {
			return new RunAs(join(session, List.of("unshare", "-U")), user);
		}
		List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
		if (!succeeds(join(asNobody, List.of("true")))) {
			throw new CommandFailure("PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
					+ " start Vigie as an ordinary user, or set DATABASE_URL");
		}
		Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
		if (!succeeds(join(asNobody, List.of("test", "-x", home.toString())))) {
			throw new CommandFailure("PostgreSQL does not run as root, and the user %d it would run as cannot reach %s;"
				.formatted(NOBODY, home) + " choose an open place, for example --data /var/lib/vigie");
		}
		return new RunAs(join(session, asNobody), NOBODY);
	}

	List<String> command(List<String> words) {
		return join(this.prefix, words);
	}

	/**
	 * Gives the files to the user PostgreSQL runs as, also those of an earlier way to run
	 * it.
	 */
	void own(Path tree) throws IOException {
		if (!Files.exists(tree) || owns(tree)) {
			return;
		}
		Files.walkFileTree(tree, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.setAttribute(file, "unix:uid", RunAs.this.owner, LinkOption.NOFOLLOW_LINKS);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
				Files.setAttribute(folder, "unix:uid", RunAs.this.owner);
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private boolean owns(Path file) throws IOException {
		return Integer.valueOf(this.owner).equals(Files.getAttribute(file, "unix:uid"));
	}

	private static boolean succeeds(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException _) {
			return false;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static List<String> join(List<String> first, List<String> second) {
		List<String> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

}
