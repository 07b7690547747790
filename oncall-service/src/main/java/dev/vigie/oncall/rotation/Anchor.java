package dev.vigie.oncall.rotation;

/**
 * Where an order of people stands: from which turn on it is counted, so that somebody who
 * joins or leaves does not change whose turn it is now.
 *
 * @param turn a turn's number
 * @param place whose turn it is, by the place in the order; also before that turn, where
 * a changed plan has begun in the middle
 */
public record Anchor(long turn, int place) {

	/**
	 * The first in the order has the first turn.
	 */
	public static final Anchor FIRST = new Anchor(0, 0);

	int placeAt(long turn, int size) {
		return (int) Math.floorMod(this.place + Math.max(turn - this.turn, 0), (long) size);
	}

}
