package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A delivery whose sender waits until it is stored.
 */
final class Waiting {

	private final GroupCommit.Entry entry;

	private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

	Waiting(GroupCommit.Entry entry) {
		this.entry = entry;
	}

	GroupCommit.Entry entry() {
		return this.entry;
	}

	void stored() {
		this.done.complete(null);
	}

	void failed(Throwable failure) {
		this.done.completeExceptionally(failure);
	}

	/**
	 * Waits until it is stored.
	 * @return false if it was neither stored nor failed in time
	 * @throws RuntimeException what kept it from being stored
	 */
	boolean isDoneWithin(Duration patience) {
		try {
			this.done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException _) {
			return false;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException failed) {
			if (failed.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(failed.getCause());
		}
	}

}
