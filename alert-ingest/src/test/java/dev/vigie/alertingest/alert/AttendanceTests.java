package dev.vigie.alertingest.alert;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceTests {

	private static final long PATIENCE = Attendance.PATIENCE.toNanos();

	private long now = Long.MAX_VALUE - PATIENCE; // the counter may overflow

	private final Attendance attendance = new Attendance(() -> this.now);

	@Test
	void isTooShortAfterTheStart() {
		attend(PATIENCE - Attendance.LONGEST_GAP);
		assertThat(this.attendance.isLongEnough()).isFalse();
		attend(Attendance.LONGEST_GAP);
		assertThat(this.attendance.isLongEnough()).isTrue();
	}

	@Test
	void beginsAnewWhenTheDatabaseWasAway() {
		attend(2 * PATIENCE);
		this.now += Attendance.LONGEST_GAP + 1;
		assertThat(this.attendance.isLongEnough()).isFalse();
		attend(PATIENCE - Attendance.LONGEST_GAP);
		assertThat(this.attendance.isLongEnough()).isFalse();
		attend(Attendance.LONGEST_GAP);
		assertThat(this.attendance.isLongEnough()).isTrue();
	}

	@Test
	void goesOnOverAShortGap() {
		attend(PATIENCE);
		this.now += Attendance.LONGEST_GAP;
		assertThat(this.attendance.isLongEnough()).isTrue();
	}

	private void attend(long nanos) {
		this.attendance.attended();
		for (long left = nanos; left > 0; left -= Attendance.LONGEST_GAP) {
			this.now += Math.min(left, Attendance.LONGEST_GAP);
			this.attendance.isLongEnough();
			this.attendance.attended();
		}
	}

}
