package dev.vigie.oncall.rotation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.rotation.Rotation.Type;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Finds what in a rotation is right field by field and does not go together.
 */
final class RotationCheck {

	/**
	 * Shorter ones nobody serves, and a year of them is more than anybody can read.
	 */
	private static final int SHORTEST_TURN = 30;

	private final Rotation rotation;

	private final String path;

	private final List<FieldError> errors = new ArrayList<>();

	RotationCheck(Rotation rotation, String path) {
		this.rotation = rotation;
		this.path = path;
	}

	List<FieldError> errors() {
		checkTurn();
		checkHandoff();
		checkGap();
		checkShift();
		checkDates();
		if (this.rotation.days() != null && (is(Type.HOURLY) || is(Type.CUSTOM))) {
			refuse("days", "go with daily, weekly and monthly rotations; use the layer's restrictions");
		}
		return List.copyOf(this.errors);
	}

	private void checkTurn() {
		if (is(Type.CUSTOM)) {
			Length turn = this.rotation.turn();
			if (turn == null) {
				refuse("turn", "a custom rotation needs the length of a turn, such as 36h");
			}
			else if (turn.unit() == Length.Unit.MONTH) {
				refuse("turn", "use type monthly for months");
			}
			else if (turn.minutes() < SHORTEST_TURN) {
				refuse("turn", "must be at least " + SHORTEST_TURN + "m");
			}
			if (this.rotation.every() != null) {
				refuse("every", "a custom rotation has the length of a turn instead");
			}
		}
		else if (this.rotation.turn() != null) {
			refuse("turn", "only a custom rotation has it; use every");
		}
		Integer every = this.rotation.every();
		int longest = switch (this.rotation.type()) {
			case MONTHLY -> 12;
			case WEEKLY -> 52;
			default -> 365;
		};
		if (every != null && every > longest) {
			refuse("every", "must be at most " + longest);
		}
	}

	private void checkHandoff() {
		if (is(Type.WEEKLY) != (this.rotation.handoff().day() != null)) {
			refuse("handoff.day", is(Type.WEEKLY) ? "a weekly rotation needs the day of hand-off"
					: "only a weekly rotation is handed over on a day of the week");
		}
		if (is(Type.MONTHLY) != (this.rotation.handoff().dayOfMonth() != null)) {
			refuse("handoff.dayOfMonth", is(Type.MONTHLY) ? "a monthly rotation needs the day of hand-off"
					: "only a monthly rotation is handed over on a day of the month");
		}
	}

	private void checkGap() {
		Length gap = this.rotation.gap();
		if (gap == null) {
			return;
		}
		boolean fits = switch (this.rotation.type()) {
			case HOURLY, CUSTOM -> gap.unit() != Length.Unit.MONTH;
			case DAILY -> isWhole(gap, Length.Unit.DAY);
			case WEEKLY -> isWhole(gap, Length.Unit.WEEK);
			case MONTHLY -> gap.unit() == Length.Unit.MONTH;
		};
		if (!fits) {
			refuse("gap", switch (this.rotation.type()) {
				case HOURLY, CUSTOM -> "must not be months";
				case DAILY -> "must be whole days, such as 1d";
				case WEEKLY -> "must be whole weeks, such as 1w";
				case MONTHLY -> "must be months, such as 1mo";
			});
		}
	}

	private void checkShift() {
		Length shift = this.rotation.shift();
		if (shift == null) {
			return;
		}
		Integer longest = longestShift();
		if (shift.unit() == Length.Unit.MONTH) {
			refuse("shift", "must not be months");
		}
		else if (longest != null && shift.minutes() > longest) {
			refuse("shift", "must not be longer than "
					+ (this.rotation.days() != null ? "a day where days are chosen" : "a turn"));
		}
	}

	private @Nullable Integer longestShift() {
		if (this.rotation.days() != null) {
			return Length.Unit.DAY.minutes();
		}
		Integer every = this.rotation.every();
		return switch (this.rotation.type()) {
			case CUSTOM -> (this.rotation.turn() != null && this.rotation.turn().unit() != Length.Unit.MONTH)
					? this.rotation.turn().minutes() : null;
			case MONTHLY -> (every != null) ? every * 28 * Length.Unit.DAY.minutes() : null;
			case HOURLY, DAILY, WEEKLY -> (every != null) ? every * this.rotation.type().unit().minutes() : null;
		};
	}

	private void checkDates() {
		if (this.rotation.isEarly()) {
			refuse("start", "must lie between the years 1970 and 9999");
		}
		if (this.rotation.until() != null && !this.rotation.until().isAfter(this.rotation.start())) {
			refuse("until", "must be after start");
		}
	}

	private boolean is(Type type) {
		return this.rotation.type() == type;
	}

	private static boolean isWhole(Length length, Length.Unit unit) {
		return length.unit() != Length.Unit.MONTH && length.minutes() % unit.minutes() == 0;
	}

	private void refuse(String field, String reason) {
		this.errors.add(new FieldError(this.path + field, reason));
	}

}
