package dev.vigie.allinone.up;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import dev.vigie.allinone.CommandFailure;

/**
 * One process at a time uses a data directory. The system lets go of the lock however the
 * process ends.
 */
final class DataLock implements AutoCloseable {

	private final FileChannel file;

	private DataLock(FileChannel file) {
		this.file = file;
	}

	static DataLock take(Path home) {
		try {
			FileChannel file = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.READ, StandardOpenOption.WRITE);
			if (tryLock(file) == null) {
				String holder = read(file);
				file.close();
				throw new CommandFailure("Vigie already runs on the data in " + home + holder);
			}
			file.truncate(0);
			file.write(bytes(" (process " + ProcessHandle.current().pid() + ")"), 0);
			return new DataLock(file);
		}
		catch (IOException failure) {
			throw new CommandFailure("The data directory " + home + " cannot be used: " + failure, failure);
		}
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException failure) {
			throw new CommandFailure("The lock cannot be released: " + failure.getMessage(), failure);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
		try {
			return file.tryLock();
		}
		catch (OverlappingFileLockException _) {
			return null; // in this very process
		}
	}

	private static String read(FileChannel file) throws IOException {
		ByteBuffer holder = ByteBuffer.allocate(100);
		int length = file.read(holder, 0);
		return (length > 0) ? new String(holder.array(), 0, length, StandardCharsets.UTF_8) : "";
	}

	private static ByteBuffer bytes(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

}
