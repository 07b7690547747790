package dev.vigie.alertingest.admission;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.vigie.shared.problem.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AdmissionTests {

	private static final RuntimeException AWAY = new IllegalStateException(new SQLException("terminating", "57P01"));

	private static final RuntimeException POISON = new IllegalStateException(
			new SQLException("duplicate key", "23505"));

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may wrap

	private final Admission admission = new Admission(this.nanos::get);

	@Test
	void letsEverybodyInWhileAllIsWell() {
		this.admission.commit(() -> {
		});
		isOpen();
		isOpen();
	}

	@Test
	void turnsAwayAfterTheDatabaseFailedACommit() {
		fails(AWAY);
		isClosed();
		isClosed();
	}

	@Test
	void asksForNothingAfterTheDatabaseFailedALook() {
		assertThatIllegalStateException().isThrownBy(() -> this.admission.look(() -> {
			throw AWAY;
		}));
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> this.admission.look(() -> "not asked"));
		isOpen();
		this.nanos.addAndGet(Door.NEXT_TRY.toNanos());
		assertThat(this.admission.look(() -> "there")).isEqualTo("there");
		assertThat(this.admission.look(() -> "again")).isEqualTo("again");
	}

	@Test
	void staysOpenWhenTheDeliveryIsToBlame() {
		fails(POISON);
		isOpen();
	}

	@Test
	void letsOneTryEachTime() {
		fails(AWAY);
		for (int i = 0; i < 3; i++) {
			this.nanos.addAndGet(Door.NEXT_TRY.toNanos());
			isOpen();
			isClosed();
		}
	}

	@Test
	void opensWithTheFirstCommitAndNotWithALook() {
		fails(AWAY);
		this.admission.look(() -> "there");
		isClosed();
		this.admission.commit(() -> {
		});
		isOpen();
		isOpen();
	}

	@Test
	void turnsAwayWhileEveryCommitIsStuckAndOpensWhenOneEnds() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(Admission.COMMITTERS);
		CountDownLatch end = new CountDownLatch(1);
		Thread[] committers = new Thread[Admission.COMMITTERS];
		for (int i = 0; i < committers.length; i++) {
			committers[i] = Thread.ofVirtual().start(() -> this.admission.commit(() -> {
				begun.countDown();
				await(end);
			}));
		}
		begun.await();
		isOpen();
		this.nanos.addAndGet(Admission.STUCK.plus(Duration.ofMillis(1)).toNanos());
		isClosed();
		end.countDown();
		for (Thread committer : committers) {
			committer.join();
		}
		isOpen();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void fails(RuntimeException failure) {
		assertThatIllegalStateException().isThrownBy(() -> this.admission.commit(() -> {
			throw failure;
		}));
	}

	private void isOpen() {
		assertThatCode(this.admission::enter).doesNotThrowAnyException();
	}

	private void isClosed() {
		assertThatExceptionOfType(Unavailable.class).isThrownBy(this.admission::enter);
	}

}
